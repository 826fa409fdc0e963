using EasyGig.Domain.Files;

namespace EasyGig.Web.Files;

/// <summary>A file as pages show it.</summary>
/// <param name="Title">What a photo shows, or what a track is called; may be empty.</param>
/// <param name="Width">Of a photo, px.</param>
/// <param name="Seconds">Of a track.</param>
public sealed record ShownFile(Guid Id, FileKind Kind, string Title, int? Width, int? Height, int? Seconds)
{
    public string Href => $"/files/{Id}";

    /// <summary>How long a track is: <c>3:07</c>.</summary>
    public string Length => $"{Seconds / 60}:{Seconds % 60:00}";
}

internal static class ShownFiles
{
    /// <summary>The photos, then the tracks, each in the owner's order.</summary>
    public static IQueryable<ShownFile> Shown(this IQueryable<StoredFile> files) =>
        files.OrderBy(f => f.Kind).ThenBy(f => f.Position).Select(f => new ShownFile(f.Id, f.Kind, f.Title, f.Width, f.Height, f.Seconds));
}
