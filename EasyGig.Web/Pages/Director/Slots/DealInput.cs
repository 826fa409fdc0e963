using System.ComponentModel.DataAnnotations;
using EasyGig.Domain.Deals;

namespace EasyGig.Web.Pages.Director.Slots;

/// <summary>A form that asks for a deal.</summary>
public interface IDealForm
{
    DealInput Deal { get; }
}

/// <summary>What a form says about the deal.</summary>
public sealed class DealInput
{
    [Display(Name = "How it pays")] public DealKind Kind { get; set; }
    [Display(Name = "The artist's share, %")] public decimal? Share { get; set; }
    [Display(Name = "Of what")] public DealBase? Base { get; set; }
    [Display(Name = "Promoter's profit first, %")] public decimal? ProfitShare { get; set; }
    [Amount, Display(Name = "Ticket price")] public decimal? TicketPrice { get; set; }
    [Range(0, 1_000_000), Display(Name = "Tickets for sale")] public int? Capacity { get; set; }
    [Display(Name = "Tax, %")] public decimal? Tax { get; set; }
    [Display(Name = "The price includes the tax")] public bool TaxIncluded { get; set; } = true;
    [Amount, Display(Name = "House's fee per ticket")] public decimal? TicketFee { get; set; }
    [Amount, Display(Name = "Expenses, at most")] public decimal? ExpenseCap { get; set; }

    public static DealInput Of(DealTerms deal) => new()
    {
        Kind = deal.Kind, Share = deal.Share?.Short(), Base = deal.Base, ProfitShare = deal.ProfitShare?.Short(), TicketPrice = deal.TicketPrice?.Short(), Capacity = deal.Capacity,
        Tax = deal.Tax?.Short(), TaxIncluded = deal.TaxIncluded ?? true, TicketFee = deal.TicketFee?.Short(), ExpenseCap = deal.ExpenseCap?.Short(),
    };

    /// <summary>As it was typed; <see cref="DealTerms.Checked"/> says what is wrong with it.</summary>
    public DealTerms Read() => new()
    {
        Kind = Kind, Share = Share, Base = Base, ProfitShare = ProfitShare, TicketPrice = TicketPrice, Capacity = Capacity,
        Tax = Tax, TaxIncluded = TaxIncluded, TicketFee = TicketFee, ExpenseCap = ExpenseCap,
    };
}
