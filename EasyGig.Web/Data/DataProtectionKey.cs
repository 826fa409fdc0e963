using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Data;

/// <summary>A key that cookies and tokens are sealed with; in the database, so that every node opens what another sealed.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; init; }
    public required string Xml { get; init; }
}

internal sealed class DataProtectionKeys(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<EasyGigDb>();
        return [.. db.DataProtectionKeys.AsNoTracking().OrderBy(key => key.Id).Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<EasyGigDb>();
        db.DataProtectionKeys.Add(new() { Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
