using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;

namespace EasyGig.Web.Pages.Director.Applications;

/// <summary>One application as the director of its slot reads it.</summary>
public sealed record ApplicationView
{
    public required Guid Id { get; init; }
    public required Guid ArtistId { get; init; }
    public required string Artist { get; init; }
    public required string Message { get; init; }

    /// <summary>What the artist asked for when it applied.</summary>
    public required Money Fee { get; init; }

    /// <summary>The offer that stands or was accepted, if one is.</summary>
    public required Offer? Offer { get; init; }
    public required int TermsVersion { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When it ends, if nobody answers it before.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
    public required ApplicationState State { get; init; }
    public required SlotTitle Slot { get; init; }

    /// <summary>The group that it is, or was, part of.</summary>
    public required Guid? GroupId { get; init; }

    /// <summary>Whether the next word is the director's: whoever stepped aside can be offered a slot that is open again.</summary>
    public required bool Waits { get; init; }

    /// <summary>Whether the artist has yet to say that the slot, changed since, still fits.</summary>
    public bool Outdated => TermsVersion < Slot.TermsVersion && ApplicationSteps.All.Allows(State, ApplicationState.Withdrawn);

    /// <summary>The offer that waits for an answer, if one does.</summary>
    public Offer? Standing => Offer is { State: OfferState.Standing } ? Offer : null;

    /// <summary>Until when that can be answered; the evening ends it, too.</summary>
    public DateTimeOffset? Due => Standing is not { DueAt: { } due } ? null : due < Slot.Time.Start ? due : Slot.Time.Start;

    /// <summary>What it is, or a yes would book it for.</summary>
    public Terms Terms => Offer?.Terms() ?? Slot.Terms.For(Fee);

    /// <summary>What an act of the page answers: the offer that stands, zero when none does.</summary>
    public int Answers => Standing?.Number ?? 0;

    public bool MayShortlist => State is ApplicationState.Submitted;

    public bool MayDecline => State is not ApplicationState.Accepted && ApplicationSteps.All.Allows(State, ApplicationState.Declined);

    /// <summary>Whether the director's yes books the artist at once; one who has an offer, stepped aside, or has not seen the terms as they are, is asked first.</summary>
    public bool MayAcceptAt(DateTimeOffset now) => GroupId is null && !Outdated && Slot is { AskedUntil: null } && Slot.StateAt(now) is SlotState.Open
        && (State is ApplicationState.Submitted or ApplicationState.Shortlisted || Standing is { By: Side.Artist });

    /// <summary>Whether terms can be put to the artist, in answer to its own or to those that stand.</summary>
    public bool MayOfferAt(DateTimeOffset now) => GroupId is null && !Outdated && Slot is { AskedUntil: null } && Slot.StateAt(now) is SlotState.Open
        && (State is ApplicationState.Offered || ApplicationSteps.All.Allows(State, ApplicationState.Offered));
}

internal static class ApplicationViews
{
    extension(EasyGigDb db)
    {
        public IQueryable<ApplicationView> ApplicationViewsTo(Guid director, DateTimeOffset now) =>
            from application in db.Applications
            join slot in db.SlotTitlesOf(director) on application.SlotId equals slot.Id
            join artist in db.Artists on application.ArtistId equals artist.Id
            select new ApplicationView
            {
                Id = application.Id, ArtistId = artist.Id, Artist = artist.Profile.Name, Message = application.Message, Fee = application.Fee,
                Offer = application.Offers.Where(offer => offer.State == OfferState.Standing || offer.State == OfferState.Accepted).OrderByDescending(offer => offer.Number).FirstOrDefault(),
                TermsVersion = application.TermsVersion, SubmittedAt = application.SubmittedAt, ExpiresAt = application.ExpiresAt, State = application.State, Slot = slot, GroupId = application.GroupId,
                Waits = slot.State == SlotState.Open && slot.Time.Start > now && !db.GroupPairs.Any(pair => pair.ApplicationId == application.Id && pair.AgreedAt != null)
                    && (application.State == ApplicationState.Submitted || application.State == ApplicationState.Shortlisted || application.State == ApplicationState.Waitlisted && slot.AskedUntil == null
                        || application.Offers.Any(offer => offer.State == OfferState.Standing && offer.By == Side.Artist)),
            };
    }
}
