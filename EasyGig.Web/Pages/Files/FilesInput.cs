using System.ComponentModel.DataAnnotations;

namespace EasyGig.Web.Pages.Files;

/// <summary>What the forms hold that send files.</summary>
public sealed class FilesInput
{
    [Display(Name = "Photos: JPEG, PNG or WebP, up to 5 MB each")] public List<IFormFile> Photos { get; set; } = [];
    [StringLength(200), Display(Name = "What they show, for those who cannot see them")] public string? PhotoTitle { get; set; }
    [Display(Name = "Tracks: MP3 or Opus, up to 15 MB each")] public List<IFormFile> Tracks { get; set; } = [];
    [StringLength(200), Display(Name = "Title")] public string? TrackTitle { get; set; }
}

/// <summary>What a file is called from now on.</summary>
public sealed class FileName
{
    public Guid File { get; set; }
    [StringLength(200), Display(Name = "Description")] public string? Title { get; set; }
}
