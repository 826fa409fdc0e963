using System.Globalization;
using System.Text;

namespace EasyGig.Domain.Files;

/// <summary>What a file is called when somebody keeps it.</summary>
public static class DownloadName
{
    public const int MaxLength = 100;

    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase) { ".pdf", ".png", ".jpg", ".jpeg", ".webp", ".txt" };

    /// <summary>What its sender calls it, made harmless: no folder before it, nothing that is not seen or turns the reading direction, nothing
    /// that a system or a header takes for more than a letter; and the ending says what it is.</summary>
    /// <param name="otherwise">What it is called when nothing is left.</param>
    public static string Of(string sent, FileFormat format, string otherwise)
    {
        var last = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        var seen = string.Concat(last.EnumerateRunes().Select(rune => IsSeen(rune) ? rune.ToString() : Rune.IsWhiteSpace(rune) ? " " : ""));
        var words = string.Join(' ', seen.Normalize().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        if (Endings.Contains(Path.GetExtension(words))) words = Path.GetFileNameWithoutExtension(words).Trim('.', ' ');
        return $"{(words.Length > 0 ? words : otherwise).Cut(MaxLength - 5)}{Ending(format)}";
    }

    private static bool IsSeen(Rune rune) => rune.Value is not ('"' or '<' or '>' or ':' or '|' or '?' or '*' or '%' or ';') && rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator);

    private static string Ending(FileFormat format) => format is FileFormat.Text ? ".txt" : $".{Word.Of(format)}";
}
