namespace EasyGig.Domain.Deals;

/// <summary>How an artist is paid: a fixed fee, a share of the door, whichever of the two is more, or the one on top of the other.</summary>
public enum DealKind { Flat, Door, Versus, Plus }

/// <summary>What a share is taken of: the net box office, or what expenses and the promoter's profit leave of it.</summary>
public enum DealBase { Gross, Net }

/// <summary>The agreed terms of payment. What its kind does not ask for is nothing, so that equal deals are equal.</summary>
/// <remarks>docs/deals.md says what each kind means, with an example.</remarks>
public sealed record Deal
{
    private Deal() { }

    public DealKind Kind { get; private init; }

    /// <summary>G: what is paid whatever is sold; nothing at a door deal.</summary>
    public Money Guarantee { get; private init; }

    /// <summary>p: the artist's share.</summary>
    public Percent Share { get; private init; }

    /// <summary>What the share is taken of, at a door or versus deal.</summary>
    public DealBase? Base { get; private init; }

    /// <summary>pp: the promoter's profit, as a share of what is to be earned back first.</summary>
    public Percent ProfitShare { get; private init; }

    /// <summary>Whether what is sold counts; such terms say what there is to sell (<see cref="DoorTerms"/>).</summary>
    public bool SharesDoor => Kind is not DealKind.Flat;

    /// <summary>Whether expenses come before the artist's share.</summary>
    public bool CountsExpenses => Kind is DealKind.Plus || Base is DealBase.Net;

    public static Deal Flat(Money fee) => new() { Kind = DealKind.Flat, Guarantee = NotNegative(fee) };

    /// <param name="currency">ISO 4217.</param>
    /// <param name="profitShare">Counts where the base is net.</param>
    public static Deal Door(string currency, Percent share, DealBase of, Percent profitShare = default) => new()
    {
        Kind = DealKind.Door, Guarantee = new(0, currency), Share = share, Base = of, ProfitShare = of is DealBase.Net ? profitShare : default,
    };

    /// <inheritdoc cref="Door"/>
    public static Deal Versus(Money guarantee, Percent share, DealBase of, Percent profitShare = default) =>
        Door(guarantee.Currency, share, of, profitShare) with { Kind = DealKind.Versus, Guarantee = NotNegative(guarantee) };

    public static Deal Plus(Money guarantee, Percent share, Percent profitShare = default) =>
        new() { Kind = DealKind.Plus, Guarantee = NotNegative(guarantee), Share = share, ProfitShare = profitShare };

    /// <summary>The deal that a form or a row states (R6); what the kind does not ask for is left out.</summary>
    /// <param name="currency">ISO 4217.</param>
    /// <param name="fee">The guarantee, in major units; nothing at a door deal.</param>
    /// <param name="share">In percent, as is <paramref name="profitShare"/>.</param>
    public static (Deal? Deal, Refusal? Refusal) Read(
        DealKind kind, string currency, decimal fee, decimal? share = null, DealBase? of = null, decimal? profitShare = null)
    {
        if (kind is DealKind.Door) fee = 0;
        if (fee < 0) return (null, DealRefusals.FeeNotNegative);
        if (!Money.IsWhole(fee, currency)) return (null, DealRefusals.FeeTooFine.About(currency));
        var guarantee = new Money(fee, currency);
        if (kind is DealKind.Flat) return (Flat(guarantee), null);

        if (Percent.Read(share ?? -1) is not { } p) return (null, DealRefusals.Share);
        if (kind is DealKind.Plus) of = DealBase.Net;
        if (of is not { } stated) return (null, DealRefusals.Base);
        if (Percent.Read(stated is DealBase.Net ? profitShare ?? 0 : 0) is not { } pp) return (null, DealRefusals.ProfitShare);
        return (kind switch
        {
            DealKind.Flat => Flat(guarantee),
            DealKind.Door => Door(currency, p, stated, pp),
            DealKind.Versus => Versus(guarantee, p, stated, pp),
            DealKind.Plus => Plus(guarantee, p, pp),
        }, null);
    }

    private static Money NotNegative(Money fee)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fee.Amount);
        return fee;
    }
}
