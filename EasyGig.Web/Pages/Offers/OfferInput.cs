using System.ComponentModel.DataAnnotations;

namespace EasyGig.Web.Pages.Offers;

/// <summary>What the form of an offer holds beside the deal.</summary>
public sealed class OfferInput
{
    [Amount, Display(Name = "Fee")] public decimal? Fee { get; set; }
    [StringLength(1000), Display(Name = "A word to it (optional)")] public string? Note { get; set; }

    /// <summary>The version of the slot's terms that was on the page.</summary>
    public int TermsVersion { get; set; }

    /// <summary>The offer that stood on the page; zero when none did.</summary>
    public int Answers { get; set; }
}
