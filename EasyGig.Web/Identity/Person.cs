using Microsoft.AspNetCore.Identity;

namespace EasyGig.Web.Identity;

/// <summary>Somebody with an account. Roles say which workspace opens; membership says which records.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>What others call them.</summary>
    public string Name { get; set; } = "";

    /// <summary>The language that EasyGig writes to them in: <c>en</c> or <c>it</c>.</summary>
    public string Culture { get; set; } = "en";

    public DateTimeOffset CreatedAt { get; set; }
}
