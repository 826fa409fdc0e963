using System.ComponentModel.DataAnnotations;
using EasyGig.Domain.Bookings;

namespace EasyGig.Web.Pages.Bookings;

/// <summary>What the form of other terms holds beside the deal.</summary>
public sealed class TermsInput
{
    [Amount, Display(Name = "Fee")] public decimal? Fee { get; set; }
    [StringLength(BookingTerms.ClauseLength), Display(Name = "What else is agreed")] public string? Clause { get; set; }
    [StringLength(1000), Display(Name = "Why")] public string? Note { get; set; }

    /// <summary>The newest version that the page showed.</summary>
    public int Seen { get; set; }

    public static TermsInput Of(BookingTerms terms) => new() { Fee = terms.Fee.Amount.Short(), Clause = terms.Clause };
}
