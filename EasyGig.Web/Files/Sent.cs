using EasyGig.Domain;
using EasyGig.Domain.Attachments;
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
            var (file, refusal) = await ReadAsync(one, largest, size, check, ct);
            if (file is null) return ([], refusal);
            files.Add((file, TitleOf(title, kind, NameOf(one), sent.Count > 1 ? files.Count + 1 : null)));
        }
        return (files, null);
    }

    /// <returns>What will be kept of a document, or why nothing.</returns>
    public static async Task<(CleanFile? File, Refusal? Refusal)> ReadDocumentAsync(IFormFile? sent, CancellationToken ct) =>
        sent is null ? (null, AttachmentRefusals.None) : await ReadAsync(sent, FileCheck.LargestDocument, AttachmentRefusals.Size, FileCheck.Document, ct);

    private static async Task<(CleanFile? File, Refusal? Refusal)> ReadAsync(IFormFile sent, int largest, Refusal size, Check check, CancellationToken ct)
    {
        if (sent.Length > largest) return (null, size.About(NameOf(sent)));
        var bytes = new byte[sent.Length];
        await using (var stream = sent.OpenReadStream()) await stream.ReadExactlyAsync(bytes, ct);
        return check(bytes, NameOf(sent));
    }

    private static string NameOf(IFormFile sent) => CleanText.Clean(Path.GetFileName(sent.FileName)).Cut(80);

    private static string TitleOf(string? typed, FileKind kind, string fileName, int? number) => (typed?.Trim(), kind, number) switch
    {
        ({ Length: > 0 } title, _, null) => title.Cut(LongestTitle),
        ({ Length: > 0 } title, _, _) => $"{title.Cut(LongestTitle - 5)} ({number})",
        (_, FileKind.Track, _) => Path.GetFileNameWithoutExtension(fileName),
        _ => "",
    };
}
