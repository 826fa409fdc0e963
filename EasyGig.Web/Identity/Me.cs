using System.Security.Claims;

namespace EasyGig.Web.Identity;

internal static class Me
{
    extension(ClaimsPrincipal user)
    {
        /// <summary>The signed-in person's id.</summary>
        public Guid Id => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);
    }
}
