using EasyGig.Domain;
using EasyGig.Domain.Files;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Npgsql;

namespace EasyGig.Web.Files;

internal static class FileEndpoint
{
    /// <summary>The policy of what people sent: whatever it is, it loads and runs nothing.</summary>
    public const string NothingElse = "default-src 'none'; sandbox";

    /// <summary>Serves files under their id; it says nothing of who asks, so it asks nobody to sign in. A file never changes, so
    /// whoever has it keeps it.</summary>
    public static void MapFiles(this IEndpointRouteBuilder app) =>
        app.MapMethods("/files/{id:guid}", [HttpMethods.Get, HttpMethods.Head], ServeAsync).ShortCircuit();

    private static async Task<IResult> ServeAsync(Guid id, EasyGigDb db, NpgsqlDataSource database, HttpResponse response, CancellationToken ct)
    {
        if (await db.Files.Where(f => f.Id == id).Select(f => new { f.Format, f.Kind, f.Title, f.UploadedAt, f.Content!.Sha256, Length = f.Content.Bytes.Length }).SingleOrDefaultAsync(ct) is not { } file)
            return Results.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.ContentSecurityPolicy = NothingElse;
        var disposition = new ContentDispositionHeaderValue(file.Kind is FileKind.Photo ? "inline" : "attachment");
        disposition.SetHttpFileName($"{(Slug.Of(file.Title) is { Length: > 0 } words ? words : Word.Of(file.Kind))}.{Word.Of(file.Format)}");
        response.Headers.ContentDisposition = disposition.ToString();
        return Results.Stream(new FileStreamed(database.CreateCommand("SELECT substring(bytes FROM $1 FOR $2) FROM files WHERE id = $3"), id, file.Length), TypeOf(file.Format), lastModified: file.UploadedAt,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(file.Sha256)}\""), enableRangeProcessing: true);
    }

    public static string TypeOf(FileFormat format) => format switch
    {
        FileFormat.Jpeg => "image/jpeg",
        FileFormat.Png => "image/png",
        FileFormat.Webp => "image/webp",
        FileFormat.Mp3 => "audio/mpeg",
        FileFormat.Opus => "audio/ogg",
        FileFormat.Pdf => "application/pdf",
        FileFormat.Text => "text/plain; charset=utf-8",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
