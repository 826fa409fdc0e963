using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Calendars;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Holds;
using EasyGig.Web.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director;

/// <summary>What is on the stages of a director's venues: slots, who is booked on them, and who holds which dates.</summary>
internal sealed class DirectorEntries(EasyGigDb db, HoldReader holds, IStringLocalizer<Text> text, DateTimeOffset now)
{
    /// <param name="names">The person's stages by id.</param>
    /// <param name="stage">Null for all.</param>
    public async Task<IEnumerable<CalendarEntry>> OfAsync(Guid director, CalendarRange range, IReadOnlyList<(Guid Id, string Name)> names, Guid? stage, CancellationToken ct)
    {
        var name = names.ToDictionary(own => own.Id, own => own.Name);
        var (begin, end) = (range.Moments.Start, range.Moments.End);
        var slots = await (
            from slot in db.SlotTitlesOf(director)
            from booking in db.Bookings.Where(b => b.SlotId == slot.Id && EF.Property<bool>(b, BookingConfiguration.IsActive)).DefaultIfEmpty()
            from artist in db.Artists.Where(a => a.Id == booking.ArtistId).DefaultIfEmpty()
            where slot.Time.Start >= begin && slot.Time.Start < end && slot.State != SlotState.Cancelled && (stage == null || slot.StageId == stage)
            select new Line(slot, db.Applications.Count(a => a.SlotId == slot.Id && EF.Property<bool>(a, BookingConfiguration.IsLive)), artist.Profile.Name, booking.State)).ToListAsync(ct);
        var stacks = await holds.StacksAsync(director, range.From, range.Until.AddDays(-1), stage, ct);
        return slots.Select(line => Of(line, name[line.Slot.StageId])).Concat(stacks.Select(stack => Of(stack, name[stack.At.StageId]))).Where(entry => range.Holds(entry.Date));
    }

    private CalendarEntry Of(Line line, string stage)
    {
        Enum state = line.Booking is { } booked ? booked : line.Slot.StateAt(now);
        string word = text[$"state.{StateLook.KeyOf(state)}"];
        var window = LocalWindow.Of(line.Slot.Time, line.Slot.Zone);
        return new()
        {
            Date = window.Date, Window = window, Where = stage, StageId = line.Slot.StageId, Tone = StateLook.Of(state).Tone, Href = $"/director/slots/{line.Slot.Id}",
            What = line.Artist is { } artist ? $"{artist}, {word}" : line.Applicants > 0 ? $"{word}, {text["{0} applied", line.Applicants]}" : word,
            Handle = line.Slot.StateAt(now) is SlotState.Draft or SlotState.Open && line.Slot.AskedUntil is null ? new(line.Slot.Id, line.Slot.Version) : null,
        };
    }

    private CalendarEntry Of(StackView stack, string stage) => new()
    {
        Date = stack.Date, Where = stage, StageId = stack.At.StageId, Tone = stack.Challenge is null ? "booked" : "waiting", Href = stack.Address,
        What = string.Join(" · ", stack.Holds.Take(3).Select(hold => $"{HoldFormat.Rank(hold.Rank, text)} {hold.Artist}")) + (stack.Holds.Count > 3 ? " …" : ""),
        Alert = stack.Challenge is { } challenge
            ? (stack.Asked is { Review: null } ? text["challenge until {0}", TimeFormat.Soon(challenge.DueAt, stack.At.Zone)] : text["challenge waits for the review"]).Value
            : stack.Ready is not null ? text["ready"].Value : null,
    };

    /// <param name="Applicants">How many live applications it has.</param>
    /// <param name="Artist">Who is booked on it.</param>
    private sealed record Line(SlotTitle Slot, int Applicants, string? Artist, BookingState? Booking);
}
