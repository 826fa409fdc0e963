using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Groups;
using EasyGig.Web.Applications;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using EasyGig.Web.Strikes;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Groups;

/// <summary>One artist for one slot, as a promoter filled it in.</summary>
/// <param name="Fee">In the slot's currency.</param>
/// <param name="TermsVersion">The version of the slot's terms that the page had.</param>
public sealed record GroupLine(Guid SlotId, Guid ArtistId, string Message, decimal Fee, int TermsVersion);

/// <summary>Takes groups in, whole or not at all.</summary>
/// <remarks>Callers have looked up the organisation among the person's own, and the slots and artists anywhere.</remarks>
public sealed class GroupSubmission(EasyGigDb db, GroupDesk desk, ApplicationDesk applications, StrikeDesk strikes, TimeProvider clock)
{
    /// <returns>The group's id; or why there is none, and of each line that is wrong, why, by its index.</returns>
    public async Task<(Guid? Group, Refusal? Refusal, IReadOnlyDictionary<int, Refusal> Wrong)> SubmitAsync(Guid organisationId, IReadOnlyList<GroupLine> lines, CancellationToken ct)
    {
        Guid? made = null;
        var wrong = new Dictionary<int, Refusal>();
        var (slotIds, artistIds) = (lines.Select(line => line.SlotId).ToList(), lines.Select(line => line.ArtistId).ToList());
        var stages = await db.Slots.Where(s => slotIds.Contains(s.Id)).Select(s => s.StageId).ToListAsync(ct);
        var refusal = await db.InTurnAsync([.. stages.Select(Turn.Stage), .. artistIds.Select(Turn.Artist)], async () =>
        {
            wrong.Clear();
            var slots = await db.Slots.Where(s => slotIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
            var artists = await db.Artists.Where(a => artistIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
            var consenting = await desk.ConsentingAsync(organisationId, artistIds, ct);
            var (group, refusal) = Group.Submit(organisationId, [.. lines.Select(line => slots[line.SlotId])], clock.GetUtcNow());
            if (group is null) return refusal;
            db.Add(group);
            await db.SaveChangesAsync(ct);
            foreach (var (index, line) in lines.Index())
            {
                var others = lines.Take(index).Where(other => other.ArtistId == line.ArtistId || other.SlotId == line.SlotId).Select(other => slots[other.SlotId]).ToList();
                var proposal = new Proposal(line.Message, line.Fee, line.TermsVersion, consenting.Contains(line.ArtistId));
                // saved one by one, so that every line hears what the database thinks of it
                if (await strikes.FrozenAsync(Side.Artist, line.ArtistId, ct) is not null) wrong.Add(index, GroupRefusals.NotNow);
                else if (await PlaceAsync(group.Place(slots[line.SlotId], artists[line.ArtistId], proposal, others, clock.GetUtcNow()), ct) is { } no) wrong.Add(index, no);
            }
            made = group.Id;
            return wrong.Count == 0 ? null : GroupRefusals.Lines;
        }, ct);
        foreach (var (index, no) in wrong.ToList()) wrong[index] = await SayAsync(no, lines[index].SlotId, lines[index].ArtistId, ct);
        return (refusal is null ? made : null, refusal, wrong);
    }

    private async Task<Refusal?> PlaceAsync((Application? Application, Refusal? Refusal) placed, CancellationToken ct)
    {
        if (placed.Application is null) return placed.Refusal;
        db.Add(placed.Application);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>What is wrong, said to somebody who speaks for the artist.</summary>
    public async Task<Refusal> SayAsync(Refusal refusal, Guid slotId, Guid artistId, CancellationToken ct)
    {
        if (refusal == ApplicationRefusals.OneLive) return GroupRefusals.Applied;
        if (refusal is { Args: [Period clash] })
        {
            var zone = await db.Slots.Where(s => s.Id == slotId).Join(db.Venues, s => s.VenueId, v => v.Id, (_, v) => v.Profile.TimeZone).SingleAsync(ct);
            return refusal.About(TimeFormat.Span(clash, TimeZoneInfo.FindSystemTimeZoneById(zone)));
        }
        var named = await applications.NamedAsync(refusal, slotId, artistId, ct);
        return refusal == ApplicationRefusals.ArtistFree ? GroupRefusals.Busy.About([.. named.Args]) : named;
    }
}
