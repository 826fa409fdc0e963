using System.Globalization;
using System.Text;

namespace EasyGig.Domain;

/// <summary>Names as addresses carry them.</summary>
public static class Slug
{
    public const int MaxLength = 60;

    /// <summary>The ASCII words of a name, joined by hyphens: <c>Caffè Müller</c> is <c>caffe-muller</c>. At most 60
    /// characters; empty when no letter or digit of the name has an ASCII form.</summary>
    public static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark) continue;
            if (Ascii(letter) is { } ascii) slug.Append(ascii);
            else if (slug.Length > 0 && slug[^1] != '-' && letter is not ('\'' or '’')) slug.Append('-');
        }
        if (slug.Length > MaxLength) slug.Length = MaxLength;
        return slug.ToString().Trim('-');
    }

    private static string? Ascii(char letter) => letter switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => letter.ToString(),
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => null,
    };
}
