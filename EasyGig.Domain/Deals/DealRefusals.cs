namespace EasyGig.Domain.Deals;

/// <summary>Every way the terms of a deal can be refused (R6).</summary>
public static class DealRefusals
{
    public static readonly Refusal FeeNotNegative = new("deals_fee_not_negative", "Fee");

    /// <summary>Finer than the currency's minor unit; names the currency.</summary>
    public static readonly Refusal FeeTooFine = new("deals_fee_too_fine", "Fee");

    /// <summary>The share is missing, or no percentage from 0 to 100.</summary>
    public static readonly Refusal Share = new("deals_share_percent", "Share");
    public static readonly Refusal ProfitShare = new("deals_profit_share_percent", "ProfitShare");

    /// <summary>It is not said what the share is taken of.</summary>
    public static readonly Refusal Base = new("deals_base_stated", "Base");

    /// <summary>Terms that share the door leave out what there is to sell; the field is the one that is missing.</summary>
    public static readonly Refusal DoorStated = new("deals_door_stated");
    public static readonly Refusal DoorNotNegative = new("deals_door_not_negative");

    /// <summary>An amount is finer than the currency's minor unit; names the currency.</summary>
    public static readonly Refusal DoorTooFine = new("deals_door_too_fine");
    public static readonly Refusal Capacity = new("deals_capacity_positive", "Capacity");
    public static readonly Refusal Tax = new("deals_tax_percent", "Tax");

    /// <summary>More than the ticket costs, so that each one sold would take money away.</summary>
    public static readonly Refusal TicketFee = new("deals_ticket_fee_within_price", "TicketFee");

    /// <summary>A door deal guarantees nothing.</summary>
    public static readonly Refusal DoorWithoutFee = new("deals_door_without_fee", "MinFee");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase =
        [Share, ProfitShare, Base, DoorStated, DoorNotNegative, DoorTooFine, Capacity, Tax, TicketFee, DoorWithoutFee];
}
