using EasyGig.Domain;
using EasyGig.Domain.Files;
using EasyGig.Web.Hosting;

namespace EasyGig.Web.Files;

/// <summary>Reads the files of a form.</summary>
internal static class Sent
{
    private const int LongestTitle = 200;

    private delegate (CleanFile? File, Refusal? Refusal) Check(ReadOnlySpan<byte> bytes, string name);

    /// <param name="title">What was typed for them; several are numbered. A track without one is called what its file is.</param>
    /// <returns>What will be kept of each, and what it is called; or why the first is refused that is.</returns>
    public static async Task<(IReadOnlyList<(CleanFile File, string Title)> Files, Refusal? Refusal)> ReadAsync(IReadOnlyList<IFormFile> sent, FileKind kind, string? title, CancellationToken ct)
    {
        var (missing, size, largest, check) = kind is FileKind.Photo
            ? (FileRefusals.NoPhoto, FileRefusals.PhotoSize, FileCheck.LargestPhoto, (Check)FileCheck.Photo)
            : (FileRefusals.NoTrack, FileRefusals.TrackSize, FileCheck.LargestTrack, FileCheck.Track);
        if (sent.Count == 0) return ([], missing);
        List<(CleanFile, string)> files = [];
        foreach (var one in sent)
        {
            var name = CleanText.Clean(Path.GetFileName(one.FileName)).Cut(80);
            if (one.Length > largest) return ([], size.About(name));
            var bytes = new byte[one.Length];
            await using (var stream = one.OpenReadStream()) await stream.ReadExactlyAsync(bytes, ct);
            var (file, refusal) = check(bytes, name);
            if (file is null) return ([], refusal);
            files.Add((file, TitleOf(title, kind, name, sent.Count > 1 ? files.Count + 1 : null)));
        }
        return (files, null);
    }

    private static string TitleOf(string? typed, FileKind kind, string fileName, int? number) => (typed?.Trim(), kind, number) switch
    {
        ({ Length: > 0 } title, _, null) => title.Cut(LongestTitle),
        ({ Length: > 0 } title, _, _) => $"{title.Cut(LongestTitle - 5)} ({number})",
        (_, FileKind.Track, _) => Path.GetFileNameWithoutExtension(fileName),
        _ => "",
    };
}
