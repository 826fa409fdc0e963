using EasyGig.Domain.Mails;
using EasyGig.Web.Components;

namespace EasyGig.Web.Bookings;

/// <summary>That somebody was told of a booking.</summary>
/// <param name="Kind">The word of the fact that it tells of.</param>
/// <param name="Address">Null when it was by a notice alone, as is <paramref name="State"/>.</param>
/// <param name="At">When the mail was sent, or written as long as it is not.</param>
public sealed record MailLine(string Kind, Guid? PersonId, string? Address, MailState? State, DateTimeOffset At);

/// <summary>What happened to a booking and who was told, as one person may read it: names and addresses of another side
/// stay with that side until the booking is confirmed.</summary>
public sealed record BookingStory(BookingView View, IReadOnlyList<PartyMember> Members, IReadOnlyList<TimelineLine> History, IReadOnlyList<MailLine> Mails)
{
    /// <summary>Whom the person may now reach: everybody of the other sides.</summary>
    public IEnumerable<PartyMember> Contacts => Members.Where(member => !View.IsOf(member.Side) && View.ShowsPeopleOf(member.Side));

    /// <summary>Who was told; null when they are no longer of any side.</summary>
    public string? To(MailLine mail) =>
        Members.FirstOrDefault(m => m.PersonId == mail.PersonId) is not { } member ? null
        : View.ShowsPeopleOf(member.Side) ? $"{member.Name} ({View.NameOf(member.Side)}){(mail.Address is { } address ? $", {address}" : "")}"
        : View.NameOf(member.Side);
}
