using EasyGig.Domain;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Mails;
using EasyGig.Domain.Searches;
using EasyGig.Web.Data;
using EasyGig.Web.Hosting;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Mail;
using EasyGig.Web.MailPreferences;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Searches;

/// <summary>Says to somebody, in their language, what their searches have found.</summary>
public sealed class SearchLetters(IStringLocalizer<Text> text, SiteAddress site, UnsubscribeToken token)
{
    /// <summary>So many slots a mail lists; the search shows the others.</summary>
    public const int Most = 20;

    private const int LinkLength = 200;

    /// <param name="slots">The next first.</param>
    public OutgoingMail Write(Person reader, IReadOnlyList<SavedSearch> searches, IReadOnlyList<FoundSlot> slots, DateTimeOffset now)
    {
        using var speaking = new Speaking(reader.Culture);
        var sealed_ = token.Seal(new Mailing.OfSearches([.. searches.Select(search => search.Id)]));
        List<string> paragraphs = [text["Mail.search_alert.Body"]];
        if (slots.Count > Most) paragraphs.Add(text["Mail.search_alert.Most", Most]);
        return new Letter(Subject(searches, slots), text["Mail.Greeting", reader.Name], paragraphs, text["Mail.search_alert.Footer", Names(searches)])
        {
            Facts = [.. slots.Take(Most).Select(Line)],
            Button = new(text[searches.Count == 1 ? "Open the search" : "Your saved searches"], site.To(searches.Count == 1 ? searches[0].Query : "/artist/searches")),
            Links = [new(text["Your saved searches"], site.To("/artist/searches")), new(text["No more of these mails"], site.To(Unsubscribing.Page(sealed_)))],
            Unsubscribe = new("", site.To(Unsubscribing.OneClick(sealed_))),
        }.To(new(reader.Id, reader.Email!, reader.Culture), Word.Of(FactKind.SlotPublished), now);
    }

    public Notice Note(Person reader, IReadOnlyList<SavedSearch> searches, IReadOnlyList<FoundSlot> slots, DateTimeOffset now)
    {
        using var speaking = new Speaking(reader.Culture);
        var link = slots.Count == 1 ? $"/slots/{slots[0].Id}" : searches.Count == 1 && searches[0].Query.Length <= LinkLength ? searches[0].Query : "/artist/searches";
        return new() { Id = Guid.CreateVersion7(now), PersonId = reader.Id, Fact = FactKind.SlotPublished, Text = Subject(searches, slots).Cut(200), Link = link, CreatedAt = now };
    }

    private string Subject(IReadOnlyList<SavedSearch> searches, IReadOnlyList<FoundSlot> slots) =>
        text[slots.Count == 1 ? "Mail.search_alert.Subject.one" : "Mail.search_alert.Subject.many", Names(searches), slots.Count];

    private LetterFact Line(FoundSlot slot) => new(
        TimeFormat.Span(slot.Time, TimeZoneInfo.FindSystemTimeZoneById(slot.TimeZone)), $"{slot.Venue}, {slot.City}\n{DealFormat.Price(slot.Terms, text)}", site.To($"/slots/{slot.Id}"));

    private static string Names(IEnumerable<SavedSearch> searches) => string.Join(", ", searches.Select(search => $"“{search.Name}”"));
}
