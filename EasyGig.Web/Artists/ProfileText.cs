using System.Text.RegularExpressions;
using EasyGig.Domain;
using EasyGig.Domain.Artists;

namespace EasyGig.Web.Artists;

/// <summary>Reads the parts of a profile that people type one a line.</summary>
internal static partial class ProfileText
{
    private const int LongestName = 120, LongestPlays = 80, MostMembers = 30;

    /// <summary>Addresses where one can listen. How many there may be is the database's to say.</summary>
    public static (IReadOnlyList<string> Links, Refusal? Refusal) Links(string? text)
    {
        var (links, wrong) = WebAddress.Lines(text);
        return (links, wrong is null ? null : ArtistRefusals.LinkAddress.About(wrong));
    }

    /// <summary>Who is on stage: <c>Ada – double bass</c>, or only a name.</summary>
    public static (IReadOnlyList<(string Name, string Plays)> LineUp, Refusal? Refusal) LineUp(string? text)
    {
        var members = Array.ConvertAll(Lines(text), line => Dash().Split(line, 2) is [var name, var plays] ? (Name: name.Trim(), Plays: plays.Trim()) : (Name: line, Plays: ""));
        var wrong = members.Length > MostMembers ? MostMembers
            : Array.FindIndex(members, member => member.Name.Length is 0 or > LongestName || member.Plays.Length > LongestPlays);
        return wrong < 0 ? (members, null) : ([], ArtistRefusals.LineUp.About(wrong + 1));
    }

    /// <summary>A member as it can be typed again.</summary>
    public static string Line(ArtistMember member) => member.Plays.Length > 0 ? $"{member.Name} – {member.Plays}" : member.Name;

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"\s+[–—-]\s+")] private static partial Regex Dash();
}
