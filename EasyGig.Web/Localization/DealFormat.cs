using System.Globalization;
using EasyGig.Domain;
using EasyGig.Domain.Deals;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Localization;

/// <summary>Deals and what they pay, in words.</summary>
public static class DealFormat
{
    /// <summary>What is paid: an amount, or the sentence of a deal that shares the door.</summary>
    /// <param name="upTo">The other end of the range that the fee may lie in.</param>
    public static string Say(DealTerms deal, Money fee, IStringLocalizer<Text> text, Money? upTo = null) =>
        deal.Kind is DealKind.Flat ? MoneyFormat.Range(fee, upTo ?? fee) : Say(deal.For(fee), text, upTo);

    public static string Say(Terms terms, IStringLocalizer<Text> text) => Say(terms.Deal, terms.Fee, text);

    /// <summary>The deal in one sentence: <c>€500 or 70 % of the door after tax, whichever is more</c>.</summary>
    /// <param name="upTo">The other end of the range that the guarantee may lie in.</param>
    public static string Say(Deal deal, IStringLocalizer<Text> text, Money? upTo = null)
    {
        var fee = upTo is { } most ? MoneyFormat.Range(deal.Guarantee, most) : MoneyFormat.Say(deal.Guarantee);
        return deal.Kind switch
        {
            DealKind.Flat => text["deal.flat", fee],
            DealKind.Door => Share(deal, text),
            DealKind.Versus => text["deal.versus", fee, Share(deal, text)],
            DealKind.Plus => text[$"deal.plus{Profit(deal)}", fee, Say(deal.Share), Say(deal.ProfitShare)],
        };
    }

    /// <summary>What there is to sell, and who keeps what of it.</summary>
    /// <param name="currency">ISO 4217.</param>
    public static string Say(DoorTerms door, string currency, IStringLocalizer<Text> text) => text[door.TaxIncluded ? "deal.door.included" : "deal.door.on_top",
        door.Capacity, Amount(door.TicketPrice, currency), Say(door.Tax), Amount(door.TicketFee, currency), Amount(door.ExpenseCap, currency)];

    /// <summary>What comes beside the fee, short enough for a list; null at a flat fee.</summary>
    public static string? Brief(DealTerms deal, IStringLocalizer<Text> text) =>
        deal.Kind is DealKind.Flat ? null : text[$"deal.brief.{Word.Of(deal.Kind)}", Say(new Percent(deal.Share!.Value))].Value;

    /// <summary>What a slot pays, short enough for a list.</summary>
    public static string Price(SlotTerms terms, IStringLocalizer<Text> text) => terms.Deal.Kind switch
    {
        DealKind.Flat => MoneyFormat.Range(terms.Lowest, terms.Highest),
        DealKind.Door => Brief(terms.Deal, text)!,
        DealKind.Versus or DealKind.Plus => $"{MoneyFormat.Range(terms.Lowest, terms.Highest)} {Brief(terms.Deal, text)}",
    };

    /// <summary>How a line of a statement came about.</summary>
    public static string How(StatementLine line, IStringLocalizer<Text> text) => text[line.How, [.. line.Arguments.Select(Argument)]];

    /// <summary><c>12.5 %</c>, never broken in two.</summary>
    public static string Say(Percent percent) => $"{percent.Value.ToString("0.###", CultureInfo.CurrentCulture)}\u00a0%";

    private static string Amount(decimal amount, string currency) => MoneyFormat.Say(new(amount, currency));

    private static string Share(Deal deal, IStringLocalizer<Text> text) =>
        text[$"deal.share.{Word.Of(deal.Base!)}{Profit(deal)}", Say(deal.Share), Say(deal.ProfitShare)];

    private static string Profit(Deal deal) => deal.ProfitShare == default ? "" : ".profit";

    private static object Argument(object argument) => argument switch
    {
        Money money => MoneyFormat.Say(money, exact: true),
        Percent percent => Say(percent),
        int count => count.ToString("N0", CultureInfo.CurrentCulture),
        _ => argument,
    };
}
