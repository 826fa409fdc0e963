using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Mails;
using EasyGig.Web.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Hosting;
using EasyGig.Web.Localization;
using EasyGig.Web.Mail;
using EasyGig.Web.MailPreferences;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace EasyGig.Web.Facts;

/// <summary>Says a fact to one reader, in their language: as a mail, and as a notice.</summary>
/// <remarks>The words are resources under <c>Mail.{fact}.{audience}</c>; in them {0} is the artist, {1} the venue, {2} when,
/// {3} the fee, {4} who reviews, {5} the side that did it, {6} until when it can be answered or lasts, {7} the organisation that puts the artist
/// forward and {8} the rank of a hold.</remarks>
public sealed class FactLetters(IStringLocalizer<Text> text, SiteAddress site, UnsubscribeToken token, IOptions<MailSettings> settings)
{
    internal OutgoingMail Write(Fact fact, Story? story, Applicant? applicant, Reader reader, Audience audience, DateTimeOffset now)
    {
        using var speaking = new Speaking(reader.Culture);
        var words = Words(fact, story, applicant);
        var key = Key(fact, audience);
        List<string> paragraphs = [text[$"{key}.Body", words]];
        if (fact.Words is { } written) paragraphs.Add(written);
        if (!string.IsNullOrWhiteSpace(fact.Reason)) paragraphs.Add(text[fact.Kind switch
        {
            FactKind.FileAttached => "Mail.File",
            FactKind.Invited or FactKind.Offered or FactKind.CounterOffered or FactKind.RosterAsked or FactKind.HoldPlaced => "Mail.Note",
            _ => "Mail.Reason",
        }, fact.Reason]);
        var ending = MailGroups.Of[fact.Kind] is var group && MailGroups.IsUnasked(group) ? token.Seal(new Mailing.OfGroup(reader.PersonId, group)) : null;
        var letter = new Letter(text[$"{key}.Subject", words], text["Mail.Greeting", reader.Name], paragraphs, text[$"Mail.Footer.{Word.Of(audience)}", words])
        {
            Facts = Details(fact, story, applicant),
            Button = new(text["Mail.Open"], site.To(Link(fact, story, applicant, audience))),
            Links = [new(text["Which mails I get"], site.To("/account/manage/mails")), .. ending is null ? [] : (LetterLink[])[new(text["No more of these mails"], site.To(Unsubscribing.Page(ending)))]],
            Unsubscribe = ending is null ? null : new("", site.To(Unsubscribing.OneClick(ending))),
        };
        return letter.To(new(reader.PersonId, reader.Email, reader.Culture), Word.Of(fact.Kind), now, fact.SlotId, fact.BookingId, Calendar(fact, story, applicant, now));
    }

    /// <param name="mailed">Whether a mail says the same.</param>
    internal Notice Note(Fact fact, Story? story, Applicant? applicant, Reader reader, Audience audience, bool mailed, DateTimeOffset now)
    {
        using var speaking = new Speaking(reader.Culture);
        string sentence = text[$"{Key(fact, audience)}.Subject", Words(fact, story, applicant)];
        return new()
        {
            Id = Guid.CreateVersion7(now),
            PersonId = reader.PersonId,
            Fact = fact.Kind,
            Text = sentence.Cut(200),
            Link = Link(fact, story, applicant, audience),
            BookingId = mailed ? null : fact.BookingId,
            CreatedAt = now,
        };
    }

    private static string Key(Fact fact, Audience audience) => $"Mail.{Word.Of(fact.Kind)}.{Word.Of(audience)}";

    private object[] Words(Fact fact, Story? story, Applicant? applicant) =>
    [
        applicant?.ArtistName ?? "", story?.VenueName ?? "", story is null ? "" : story.Date is { } date ? TimeFormat.Day(date) : TimeFormat.Moment(story.Time.Start, story.Zone),
        applicant?.Terms is { } terms ? DealFormat.Say(terms, text) : "", applicant?.ReviewerName ?? "",
        fact.From switch { Party.Artist => applicant!.ArtistName, Party.Venue => story!.VenueName, Party.Promoter => applicant!.ReviewerName!, null => "" },
        fact.Due is { } due ? TimeFormat.Moment(due, story!.Zone) : "",
        applicant?.Organiser?.Name ?? "", fact.Rank is { } rank ? HoldFormat.Rank(rank, text) : "",
    ];

    private List<LetterFact> Details(Fact fact, Story? story, Applicant? applicant)
    {
        if (story is null) return [];
        List<LetterFact> facts =
        [
            new(text["When"], story.Date is { } date ? TimeFormat.Day(date) : $"{TimeFormat.Span(story.Time, story.Zone)}, {TimeFormat.ZoneName(story.Time.Start, story.Zone)}"),
            new(text["Where"], $"{story.VenueName} – {story.StageName}, {story.Address}, {story.City}"),
        ];
        if (applicant is not null) facts.Add(new(text["Artist"], applicant.ArtistName));
        if (applicant?.Terms is { } terms) facts.Add(new(text["Fee"], DealFormat.Say(terms, text)));
        if (fact.Kind is FactKind.Applied or FactKind.Placed or FactKind.GroupAgreed or FactKind.GroupUnagreed && applicant?.Organiser is { DueAt: { } due } organiser) facts.Add(new(text["Group"], text["{0}, to be answered by {1}", organiser.Name, TimeFormat.Moment(due, story.Zone)]));
        if (story.Date is not null && fact.Due is { } until) facts.Add(new(text["By when"], $"{TimeFormat.Moment(until, story.Zone)}, {TimeFormat.ZoneName(until, story.Zone)}"));
        if (applicant?.Booking?.CancelledBy is { } by) facts.Add(new(text["Cancelled by"], by is Side.Artist ? applicant.ArtistName : story.VenueName));
        if (fact.Kind is FactKind.RunOfShowChanged) facts.AddRange(ShowFormat.Lines(applicant?.Day, story.Time, story.Zone, text).Select(line => new LetterFact(line.Label, line.Time)));
        return facts;
    }

    private string? Calendar(Fact fact, Story? story, Applicant? applicant, DateTimeOffset now) =>
        fact is not { Kind: FactKind.Confirmed or FactKind.Cancelled or FactKind.Released or FactKind.NotReleased or FactKind.ReleaseLapsed } || story is null || applicant?.Booking is not { ConfirmedAt: not null } booking ? null
        : Ics.Write(settings.Value.Sender, now, BookingCalendar.Entry(booking, story, applicant.ArtistName, applicant.Day, site, text));

    private static string Link(Fact fact, Story? story, Applicant? applicant, Audience audience) =>
        fact.Kind is FactKind.StrikeGiven or FactKind.Warned or FactKind.Frozen or FactKind.FreezeEnded or FactKind.StrikeLapsed or FactKind.StrikeLifted
            ? audience is Audience.Artist ? "/artist/strikes" : "/director/strikes"
        : story?.Date is { } date ? audience is Audience.Artist ? "/artist/holds" : HoldFormat.Address(story.StageId, date)
        : fact.BookingId is { } booking ? $"/bookings/{booking}{PageOf(fact.Kind)}" : (audience, applicant?.ApplicationId) switch
        {
            (Audience.Artist, _) when fact.SlotId is null => "/artist/roster",
            (Audience.Organiser, _) => applicant?.Organiser?.GroupId is { } whole ? $"/promoter/groups/{whole}" : "/promoter/roster",
            (Audience.Artist, { } application) => $"/artist/applications/{application}",
            (Audience.Artist, null) => "/artist/invitations",
            (Audience.Director, { } application) => $"/director/applications/{application}",
            (Audience.Director, null) => $"/director/slots/{fact.SlotId}",
            (Audience.Promoter, _) => "/promoter/bookings",
        };

    /// <summary>The page of a booking that a fact is about.</summary>
    private static string PageOf(FactKind fact) => fact switch
    {
        FactKind.TermsProposed or FactKind.TermsAgreed or FactKind.TermsRefused => "/terms",
        FactKind.Played => "/rating",
        FactKind.MessageSent => "/messages",
        FactKind.RunOfShowChanged or FactKind.FileAttached => "/day",
        _ => "",
    };
}
