using System.Text;
using System.Text.Unicode;

namespace EasyGig.Domain.Files;

/// <summary>Text in UTF-8, for people: with lines and tabs, without what steers a terminal, and not the beginning of a page or a drawing.</summary>
internal static class PlainText
{
    /// <summary>Null when it is anything else.</summary>
    public static CleanFile? Read(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("\uFEFF"u8)) file = file[3..];
        if (!Utf8.IsValid(file)) return null;
        var text = Encoding.UTF8.GetString(file);
        return text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) || text.AsSpan().Trim() is [] or ['<', ..] ? null : new(FileFormat.Text, file.ToArray());
    }
}
