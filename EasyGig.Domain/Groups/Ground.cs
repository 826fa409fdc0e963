using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;

namespace EasyGig.Domain.Groups;

/// <summary>What a pair of a group stands on.</summary>
/// <param name="Around">What a booking of it would touch.</param>
/// <param name="Consents">Whether the artist is on the organisation's roster.</param>
public sealed record Ground(Slot Slot, Application Application, Venue Venue, Surroundings Around, bool Consents);

/// <summary>What an organisation proposes for one slot.</summary>
/// <param name="Fee">In the slot's currency.</param>
/// <param name="TermsVersion">The version of the slot's terms that the page had.</param>
/// <param name="Consents">Whether the artist is on the organisation's roster.</param>
public sealed record Proposal(string Message, decimal Fee, int TermsVersion, bool Consents);
