using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EasyGig.Domain.Riders;

/// <summary>One thing of a rider or a backline, as a person wrote it and as it is compared.</summary>
/// <param name="Text">Without what marks a list.</param>
/// <param name="Number">How many; null when nobody says so.</param>
/// <param name="Words">Small, without accents and endings, at least one.</param>
internal sealed partial record GearItem(string Text, int? Number, IReadOnlySet<string> Words)
{
    // what joins words, in English and Italian; it says nothing of the thing
    private static readonly HashSet<string> Joints =
    [
        "a", "an", "the", "of", "for", "and", "or", "with", "in", "on", "to", "per",
        "un", "uno", "una", "il", "lo", "la", "i", "gli", "le", "l", "di", "da", "del", "dello", "della", "dei", "degli", "delle", "al", "alla", "e", "ed", "o", "con", "su",
    ];

    /// <summary>How much of one thing is read: who writes more has told a story.</summary>
    private const int Longest = 300;

    /// <summary>One item for each line, and for each part of a line that commas, semicolons or full stops divide.</summary>
    public static IReadOnlyList<GearItem> Read(string text) => [.. Border().Split(text).Select(One).OfType<GearItem>()];

    private static GearItem? One(string part)
    {
        var text = Mark().Replace(Gap().Replace(part, " ").Trim().Cut(Longest), "").TrimEnd('.', ':');
        var (number, rest) = (null as int?, text);
        if (Before().Match(text) is { Success: true } before) (number, rest) = (int.Parse(before.Groups[1].ValueSpan, CultureInfo.InvariantCulture), before.Groups[2].Value);
        else if (Behind().Match(text) is { Success: true } behind && text[..behind.Index].Any(char.IsLetter)) (number, rest) = (int.Parse(behind.Groups[1].ValueSpan, CultureInfo.InvariantCulture), text[..behind.Index]);
        var words = WordsOf(rest);
        return words.Count == 0 ? null : new(text, number, words);
    }

    private static HashSet<string> WordsOf(string text)
    {
        string[] all = [.. Piece().Matches(text).Select(piece => piece.Value)];
        // "DI" is a box and "di" is a joint: where small letters stand beside it, capitals mean the box
        var small = text.Any(char.IsLower);
        var telling = all.Where(word => small && word == "DI" || !Joints.Contains(Plain(word))).ToList();
        return [.. (telling.Count > 0 ? telling : [.. all]).Select(word => Stem(Plain(word)))];
    }

    private static string Plain(string word) =>
        string.Concat(word.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    /// <summary>Without what tells one from many: <c>boxes</c> and <c>box</c>, <c>aste</c> and <c>asta</c>, <c>microfoni</c> and <c>microfono</c>.</summary>
    private static string Stem(string word)
    {
        if (word.Length > 2 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && char.IsLetter(word[^2])) word = word[..^1];
        return word.Length > 3 && word[^1] is 'a' or 'e' or 'i' or 'o' ? word[..^1] : word;
    }

    // numbers are [0-9]: \d is a digit of any script, and not all of them are read as numbers
    [GeneratedRegex(@"[\r\n;]+|,\s+|(?<=[\p{L}0-9]{3})[.!?](?:\s+|$)")] private static partial Regex Border();

    [GeneratedRegex(@"\s+")] private static partial Regex Gap();

    /// <summary>Bullets, and numbers of a list: <c>1.</c> or <c>1)</c>.</summary>
    [GeneratedRegex(@"^(?:[-–—•*·>]+|[0-9]{1,2}[.)](?= ))? ?")] private static partial Regex Mark();

    /// <summary><c>2 x</c>, <c>2x</c>, <c>2×</c>, <c>n. 2</c>, <c>4 vocal mics</c>; but neither <c>4x12</c> nor <c>100 W</c>.</summary>
    [GeneratedRegex(@"^(?:n[.°r]? ?)?([0-9]{1,3})(?: ?[x×*] | ?[x×*](?=\p{L})| )(?!(?:w|watt|v|volt|hz|khz|cm|mm|mt?|metri|db|inch|pollici|ch|channels?|canali|keys|tasti)\b)(\p{L}.*|[0-9]+ ?[x×]? ?[0-9]*[^0-9].*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    /// <summary><c>vocal mics x4</c>, <c>vocal mics (4)</c>: what follows the thing.</summary>
    [GeneratedRegex(@"(?: [x×*] ?| ?\()([0-9]{1,3})\)?$", RegexOptions.IgnoreCase)] private static partial Regex Behind();

    [GeneratedRegex(@"[\p{L}\p{M}\d]+")] private static partial Regex Piece();
}
