using EasyGig.Domain.Facts;

namespace EasyGig.Domain.Bookings;

/// <summary>What was agreed, and how both sides agree to something else (R19). These verbs need the versions loaded.</summary>
public sealed partial class Booking
{
    private readonly List<BookingVersion> _versions = [];

    /// <inheritdoc cref="BookingTerms.Clause"/>
    public string Clause { get; private set; } = "";

    /// <summary>What holds now.</summary>
    public BookingTerms Terms => new() { Fee = Fee, Deal = Deal, Clause = Clause };

    /// <summary>All that was ever agreed or put forward, in no order.</summary>
    public IReadOnlyList<BookingVersion> Versions => _versions;

    /// <summary>The proposal that waits for an answer.</summary>
    public BookingVersion? Proposal => _versions.Find(version => version.State is TermsState.Proposed);

    /// <summary>The version that holds now.</summary>
    public BookingVersion? Agreed => _versions.Where(version => version.State is TermsState.Agreed).MaxBy(version => version.Number);

    /// <summary>Why the terms cannot be changed now; null when both sides may agree on others.</summary>
    public Refusal? RefusesTerms(DateTimeOffset now) => State is BookingState.Confirmed && now < Time.Start ? null : BookingRefusals.TermsClosed;

    /// <summary>One side puts other terms forward; a proposal that stands, of whichever side, gives way to them.</summary>
    /// <param name="seen">The newest version that was on its page: nobody overrides what they have not read.</param>
    public Refusal? Propose(Side by, int seen, BookingTerms terms, string? note, DateTimeOffset now)
    {
        if (RefusesTerms(now) is { } refusal) return refusal;
        var newest = _versions.Max(version => version.Number);
        if (seen != newest) return BookingRefusals.TermsUnread;
        if (terms == Terms || terms == Proposal?.Terms) return BookingRefusals.TermsSame;
        if (terms.Fee.Currency != Fee.Currency) throw new ArgumentException("Terms stay in the currency of their booking.", nameof(terms));
        Proposal?.Answer(TermsState.Replaced, now);
        _versions.Add(new(this, newest + 1, terms, by, note, now));
        Record(That(FactKind.TermsProposed, note) with { To = by.Other() });
        return null;
    }

    /// <summary>The other side's yes: from now on these terms hold.</summary>
    /// <param name="number">The version that was on its page.</param>
    public Refusal? AgreeToTerms(int number, Side by, DateTimeOffset now)
    {
        if (RefusesAnswer(number, by.Other(), now) is { } refusal) return refusal;
        var proposal = Proposal!;
        proposal.Answer(TermsState.Agreed, now);
        (Fee, Deal, Clause) = (proposal.Terms.Fee, proposal.Terms.Deal with { }, proposal.Terms.Clause);
        Record(That(FactKind.TermsAgreed));
        return null;
    }

    /// <summary>The other side's no: what was agreed goes on.</summary>
    /// <param name="number">The version that was on its page.</param>
    public Refusal? RefuseTerms(int number, Side by, DateTimeOffset now) =>
        End(number, by.Other(), TermsState.Refused, That(FactKind.TermsRefused) with { To = by.Other() }, now);

    /// <summary>The side that put them forward takes them back.</summary>
    /// <param name="number">The version that was on its page.</param>
    public Refusal? WithdrawTerms(int number, Side by, DateTimeOffset now) => End(number, by, TermsState.Withdrawn, That(FactKind.TermsWithdrawn), now);

    private Refusal? End(int number, Side proposer, TermsState answer, Fact fact, DateTimeOffset now)
    {
        if (RefusesAnswer(number, proposer, now) is { } refusal) return refusal;
        Proposal!.Answer(answer, now);
        Record(fact);
        return null;
    }

    private Refusal? RefusesAnswer(int number, Side proposer, DateTimeOffset now) =>
        RefusesTerms(now) is { } closed ? closed
        : Proposal?.Number != number ? BookingRefusals.TermsGone
        : Proposal.ProposedBy != proposer ? BookingRefusals.TermsSide : null;
}
