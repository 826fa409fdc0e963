using EasyGig.Domain;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Slots;
using EasyGig.Web.Groups;
using EasyGig.Web.Holds;
using EasyGig.Web.Strikes;
using EasyGig.Web.WaitingLists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Chance;

/// <summary>What is tried beside applications and bookings: holds, groups, waiting lists, strikes.</summary>
internal sealed partial class World
{
    private readonly List<Guid> _holds = [], _groups = [];

    private async Task<Refusal?> HoldAsync(Deed deed, IServiceProvider services)
    {
        var venue = _venues[deed.Who % _venues.Count];
        var (stage, date, artist) = (venue.Stages[deed.How % venue.Stages.Count], DateOnly.FromDateTime(Now.UtcDateTime).AddDays(2 + deed.What % 4), Pick(_artists, deed.How)!);
        var refusal = await services.GetRequiredService<HoldDesk>().PlaceAsync(stage.Id, date, artist.Slug, Now.AddHours(1 + deed.What % 200), "", Ct);
        if (refusal is null) _holds.Add(await Db(services).Holds.Where(h => h.ArtistId == artist.Id).OrderByDescending(h => h.Id).Select(h => h.Id).FirstAsync(Ct));
        return refusal;
    }

    private async Task<Refusal?> OnHoldAsync(Deed deed, IServiceProvider services)
    {
        if (_holds.Count == 0) return Nothing;
        var (desk, hold) = (services.GetRequiredService<HoldDesk>(), await AHoldAsync(deed, services));
        return await (deed.Act switch { Act.ReleaseHold => desk.ReleaseAsync(hold, SideOf(deed), Ct), Act.CommitHold => desk.CommitAsync(hold, Ct), _ => desk.ChallengeAsync(hold, SideOf(deed), Ct) });
    }

    /// <summary>Two artists of the roster for the latest slots.</summary>
    private async Task<Refusal?> GroupAsync(Deed deed, IServiceProvider services)
    {
        if (_slots.Count < 2) return Nothing;
        Guid[] slots = [.. _slots.TakeLast(6).Skip(deed.What % 3).Take(2)];
        List<GroupLine> lines = [];
        foreach (var (slot, number) in slots.Select((slot, number) => (slot, number)))
            lines.Add(new(slot, Pick(_artists, deed.Who + number)!.Id, "Two of ours.", 300 + deed.How % 250, await Db(services).Slots.Where(s => s.Id == slot).Select(s => s.TermsVersion).SingleAsync(Ct)));
        var (made, refusal, _) = await services.GetRequiredService<GroupSubmission>().SubmitAsync(_agency, lines, Ct);
        if (made is not { } id) return refusal;
        _groups.Add(id);
        _applications.AddRange(await Db(services).Applications.Where(a => a.GroupId == id).Select(a => a.Id).ToListAsync(Ct));
        return null;
    }

    private async Task<Refusal?> OnGroupAsync(Deed deed, IServiceProvider services)
    {
        if (_groups.Count == 0) return Nothing;
        var (desk, group) = (services.GetRequiredService<GroupDesk>(), await AGroupAsync(deed, services));
        if (deed.Act is Act.WithdrawGroup) return await desk.WithdrawAsync(group, Ct);
        var pairs = await Db(services).GroupPairs.AsNoTracking().Where(p => p.GroupId == group).OrderBy(p => p.Number).ToListAsync(Ct);
        var pair = pairs[deed.Who % pairs.Count];
        if (deed.Act is Act.TakeBack) return await desk.TakeBackAsync(pair.ApplicationId, Ct);
        var version = await Db(services).Slots.Where(s => s.Id == pair.SlotId).Select(s => s.TermsVersion).SingleAsync(Ct);
        if (deed.Act is Act.Swap)
        {
            var swapped = await desk.SwapAsync(pair.ApplicationId, new(pair.SlotId, Pick(_artists, deed.How)!.Id, "Another of ours.", 300 + deed.How % 250, version), Ct);
            _applications.AddRange((await Db(services).Applications.Where(a => a.GroupId == group).Select(a => a.Id).ToListAsync(Ct)).Except(_applications));
            return swapped;
        }
        var ids = pairs.Select(p => p.ApplicationId).ToList();
        var (_, refusal) = await desk.AgreeAsync(pair.ApplicationId, version, deed.How % 3 == 0, Ct);
        _bookings.AddRange((await Db(services).Bookings.Where(b => ids.Contains(b.ApplicationId)).Select(b => b.Id).ToListAsync(Ct)).Except(_bookings));
        return refusal;
    }

    private async Task<Refusal?> StopAskingAsync(Deed deed, IServiceProvider services) =>
        _slots.Count == 0 ? Nothing : await services.GetRequiredService<WaitingListDesk>().StopAsync(await ASlotAsync(deed, services), Ct);

    private async Task<Refusal?> LiftAsync(Deed deed, IServiceProvider services)
    {
        var strikes = await Db(services).Strikes.Where(s => _slots.Contains(s.SlotId)).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(Ct);
        return strikes.Count == 0 ? Nothing : await services.GetRequiredService<StrikeDesk>().LiftAsync(Pick(strikes, deed.What), "It was no fault of theirs.", _admin, Ct);
    }
}
