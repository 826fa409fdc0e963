using System.Globalization;
using System.Text;

namespace EasyGig.Domain.Files;

/// <summary>PDF (ISO 32000): a header, objects, and at the end where the list of objects is.</summary>
/// <remarks>It is known by its frame and by the names that stand in it as they are. What is compressed (object streams) or encrypted is not
/// unpacked, so a script may hide there: this keeps away what is careless, not what is clever. That is why such a file is only ever handed
/// over to be kept, under a policy that runs nothing, to people who know its sender.</remarks>
internal static class Pdf
{
    private const int Tail = 1024, LongestName = 40;

    // what makes a reader do something, or carries files that nobody has looked at
    private static readonly HashSet<string> Acting = ["JavaScript", "JS", "Launch", "OpenAction", "EmbeddedFile", "EmbeddedFiles"];

    public static bool Begins(ReadOnlySpan<byte> file) => file.StartsWith("%PDF-"u8);

    /// <summary>Null when the header names no version, or the end is not one; what follows the end is left out.</summary>
    public static CleanFile? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 8 || file[5] is not ((byte)'1' or (byte)'2') || file[6] != '.') return null;
        var from = Math.Max(0, file.Length - Tail);
        var tail = file[from..];
        var (start, end) = (tail.LastIndexOf("startxref"u8), tail.LastIndexOf("%%EOF"u8));
        if (start < 0 || end < start) return null;
        var offset = Encoding.ASCII.GetString(tail[(start + 9)..end]).Trim();
        if (!int.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var list) || list < 8 || list >= from + start) return null;
        return new(FileFormat.Pdf, [.. file[..(from + end + 5)], (byte)'\n']);
    }

    /// <summary>Whether a name stands in it that makes a reader act; in a name <c>#53</c> is another way to write <c>S</c>.</summary>
    public static bool Acts(ReadOnlySpan<byte> file)
    {
        for (var slash = file.IndexOf((byte)'/'); slash >= 0; slash = file.IndexOf((byte)'/'))
        {
            file = file[(slash + 1)..];
            if (Acting.Contains(Name(file))) return true;
        }
        return false;
    }

    private static string Name(ReadOnlySpan<byte> from)
    {
        Span<char> name = stackalloc char[LongestName];
        var length = 0;
        for (var at = 0; at < from.Length && length < LongestName && !IsDelimiter(from[at]); at++)
            if (from[at] == '#' && at + 2 < from.Length && byte.TryParse(from.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                (name[length++], at) = ((char)code, at + 2);
            else name[length++] = (char)from[at];
        return name[..length].ToString();
    }

    private static bool IsDelimiter(byte letter) => letter <= ' ' || "()<>[]{}/%"u8.Contains(letter);
}
