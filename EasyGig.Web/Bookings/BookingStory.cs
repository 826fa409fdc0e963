using EasyGig.Domain.Facts;
using EasyGig.Domain.Mails;

namespace EasyGig.Web.Bookings;

/// <summary>One thing that happened on the way to a booking.</summary>
/// <param name="PersonId">Who did it; null when nobody signed in did.</param>
/// <param name="Reason">In the words of whoever did it.</param>
public sealed record HistoryLine(DateTimeOffset At, FactKind Fact, Guid? PersonId, string? Reason);

/// <summary>One mail about a booking.</summary>
/// <param name="Kind">The word of the fact that it tells of.</param>
/// <param name="At">When it was sent, or written as long as it is not.</param>
public sealed record MailLine(string Kind, Guid? PersonId, string Address, MailState State, DateTimeOffset At);

/// <summary>What happened to a booking and who was told, as one person may read it: names and addresses of another side
/// stay with that side until the booking is confirmed.</summary>
public sealed record BookingStory(BookingView View, IReadOnlyList<PartyMember> Members, IReadOnlyList<HistoryLine> History, IReadOnlyList<MailLine> Mails)
{
    /// <summary>Whom the person may now reach: everybody of the other sides.</summary>
    public IEnumerable<PartyMember> Contacts => View.ShowsContacts ? Members.Where(member => !View.IsOf(member.Side)) : [];

    /// <summary>Who did it: the side, and which of them where the reader may know; EasyGig when nobody signed in did.</summary>
    public string Who(HistoryLine line)
    {
        if (line.PersonId is not { } person) return "EasyGig";
        var sides = LikelyFirst(line.Fact);
        var member = Members.Where(m => m.PersonId == person).MinBy(m => Array.IndexOf(sides, m.Side));
        return member is null ? View.NameOf(sides.First(side => View.NameOf(side).Length > 0)) : Named(member);
    }

    /// <summary>To whom a mail went; null when they are no longer of any side.</summary>
    public string? To(MailLine mail) =>
        Members.FirstOrDefault(m => m.PersonId == mail.PersonId) is not { } member ? null
        : MayName(member) ? $"{Named(member)}, {mail.Address}"
        : Named(member);

    /// <summary>Somebody may belong to several sides; then they acted for the first of these.</summary>
    private static Party[] LikelyFirst(FactKind fact) => fact switch
    {
        FactKind.Applied or FactKind.Withdrew or FactKind.OfferTaken => [Party.Artist, Party.Venue, Party.Promoter],
        FactKind.Confirmed or FactKind.Rejected => [Party.Promoter, Party.Venue, Party.Artist],
        _ => [Party.Venue, Party.Artist, Party.Promoter],
    };

    private string Named(PartyMember member) => MayName(member) ? $"{member.Name} ({View.NameOf(member.Side)})" : View.NameOf(member.Side);

    private bool MayName(PartyMember member) => View.ShowsContacts || View.IsOf(member.Side);
}
