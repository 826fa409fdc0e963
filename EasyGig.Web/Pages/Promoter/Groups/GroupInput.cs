using System.ComponentModel.DataAnnotations;

namespace EasyGig.Web.Pages.Promoter.Groups;

/// <summary>What the form of a new group holds.</summary>
public sealed class GroupInput
{
    public List<LineInput> Lines { get; set; } = [];

    /// <summary>The slots that were ticked, to become lines.</summary>
    public List<Guid> Add { get; set; } = [];

    /// <summary>Whether the page shows what was found for the words below.</summary>
    public bool Looked { get; set; }
    [StringLength(100), Display(Name = "Words")] public string? Words { get; set; }
    [StringLength(80), Display(Name = "City")] public string? City { get; set; }
    [Display(Name = "From")] public DateOnly? From { get; set; }
}

/// <summary>One artist for one slot.</summary>
public sealed class LineInput
{
    public Guid SlotId { get; set; }
    [Required, Display(Name = "Artist")] public Guid? ArtistId { get; set; }
    [Required, Amount, Display(Name = "Fee")] public decimal? Fee { get; set; }
    [Required, StringLength(2000), Display(Name = "Message")] public string? Message { get; set; }
    public int TermsVersion { get; set; }
}
