namespace EasyGig.Web.Identity;

/// <summary>Which workspaces there are.</summary>
public static class Roles
{
    public const string Artist = "Artist";
    public const string ArtDirector = "ArtDirector";
    public const string Promoter = "Promoter";
    public const string Admin = "Admin";

    /// <summary>What a person may choose to be; an admin is made by an admin.</summary>
    public static readonly IReadOnlyList<string> ToChoose = [Artist, ArtDirector, Promoter];
}
