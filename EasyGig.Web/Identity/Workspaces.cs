using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Authorization;

namespace EasyGig.Web.Identity;

/// <summary>Which folder of pages opens for which role. A page outside these folders is public or says itself who may see it.</summary>
internal static class Workspaces
{
    private static readonly Dictionary<string, string> RoleOf = new()
    {
        ["/Artist"] = Roles.Artist,
        ["/Director"] = Roles.ArtDirector,
        ["/Promoter"] = Roles.Promoter,
        ["/Admin"] = Roles.Admin,
    };

    public static void AuthorizeWorkspaces(this PageConventionCollection pages)
    {
        foreach (var (folder, role) in RoleOf)
            pages.AddFolderApplicationModelConvention(folder, page => page.Filters.Add(new AuthorizeFilter([new AuthorizeAttribute { Roles = role }])));
        pages.AuthorizeFolder("/Bookings");
        pages.AuthorizeFolder("/Account/Manage");
    }
}
