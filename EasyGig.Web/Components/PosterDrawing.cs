using System.Security.Cryptography;
using System.Text;
using EasyGig.Domain;

namespace EasyGig.Web.Components;

/// <summary>How the poster of a name is composed. It depends on nothing but the name, so it is the same today and next year.</summary>
/// <remarks>The canvas is 300 × 400: the art fills the upper part, the words stand below it, each line as wide as the sheet.</remarks>
public sealed record PosterDrawing(string Ground, string Shape, string Second, string Words, int Motif, int Turn, IReadOnlyList<PosterLine> Lines)
{
    private const int Width = 264, Foot = 382, TallestLine = 92, MostLines = 4, LongestLine = 22;
    private const double WidthOfLetter = 0.6, Leading = 0.86;

    // ground, shape, second shape, words: every pair of words and ground reaches 4.5 to 1
    private static readonly (string Ground, string Shape, string Second, string Words)[] Inks =
    [
        ("#15131f", "#d7263d", "#f2a541", "#faf8f4"),
        ("#d7263d", "#15131f", "#f2a541", "#ffffff"),
        ("#f2a541", "#d7263d", "#15131f", "#15131f"),
        ("#4338a8", "#f2a541", "#d7263d", "#faf8f4"),
        ("#faf8f4", "#d7263d", "#4338a8", "#15131f"),
        ("#1f5a41", "#f2a541", "#faf8f4", "#faf8f4"),
    ];

    public static PosterDrawing Of(string name)
    {
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes(name.Trim().ToUpperInvariant()));
        var (ground, shape, second, words) = Inks[seed[0] % Inks.Length];
        return new(ground, shape, second, words, seed[1] % 6, seed[2] % 24 * 15, Set(Wrap(name)));
    }

    /// <summary>Where the art ends: the words need the rest.</summary>
    public int ArtHeight => Lines.Count == 0 ? Foot : Lines[0].Baseline - Lines[0].Size;

    private static List<PosterLine> Set(IReadOnlyList<string> texts)
    {
        List<PosterLine> lines = [];
        var baseline = (double)Foot;
        foreach (var text in texts.Reverse())
        {
            var fitting = Width / (WidthOfLetter * text.Length);
            var size = Math.Min(TallestLine, fitting);
            lines.Insert(0, new(text, (int)size, (int)baseline, fitting <= TallestLine ? Width : null));
            baseline -= size * Leading;
        }
        return lines;
    }

    private static List<string> Wrap(string name)
    {
        var words = name.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var longest = Math.Clamp(words.Select(word => word.Length).DefaultIfEmpty(0).Max(), 8, LongestLine);
        List<string> lines = [];
        foreach (var word in words.Select(word => word.Cut(LongestLine)))
            if (lines.Count > 0 && (lines[^1].Length + word.Length < longest || lines[^1].Length <= 3)) lines[^1] += $" {word}";
            else lines.Add(word);
        return lines.Count <= MostLines ? lines : [.. lines.Take(MostLines - 1), lines[MostLines - 1] + "…"];
    }
}

/// <summary>One line of a poster, in the canvas's units.</summary>
/// <param name="Length">The width that the line is set to; null for one so short that it would be stretched.</param>
public sealed record PosterLine(string Text, int Size, int Baseline, int? Length);
