using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Applications;
using EasyGig.Web.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Slots;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Chance;

internal sealed partial class World
{
    private static readonly SlotTerms Terms = new() { MinFee = 300, MaxFee = 500, Currency = "EUR", Negotiable = false, Genres = Scene.Rock, Category = null, Notes = "" };

    private Task<Refusal?> ActAsync(Deed deed, IServiceProvider services) => deed.Act switch
    {
        Act.Publish => PublishAsync(deed, services),
        Act.Apply => ApplyAsync(deed, services),
        Act.Shortlist => AnswerAsync(deed, services, (application, _) => application.Shortlist()),
        Act.Offer => AnswerAsync(deed, services, (application, slot) => Offer(Side.Venue, application, slot, deed)),
        Act.Counter => AnswerAsync(deed, services, (application, slot) => Offer(Side.Artist, application, slot, deed)),
        Act.RefuseOffer => AnswerAsync(deed, services, (application, _) => application.RefuseOffer(SideOf(deed), application.Standing?.Number ?? 0)),
        Act.WithdrawOffer => AnswerAsync(deed, services, (application, _) => application.WithdrawOffer(SideOf(deed), application.Standing?.Number ?? 0)),
        Act.Accept => AcceptAsync(Side.Venue, deed, services),
        Act.TakeOffer => AcceptAsync(Side.Artist, deed, services),
        Act.Decline => AnswerAsync(deed, services, (application, _) => application.Decline("Not this time.")),
        Act.Withdraw => AnswerAsync(deed, services, (application, _) => application.Withdraw()),
        Act.ConfirmTerms => AnswerAsync(deed, services, (application, slot) => application.ConfirmTerms(slot, slot.TermsVersion)),
        Act.ChangeSlot => ChangeAsync(deed, services),
        Act.CancelSlot => CancelSlotAsync(deed, services),
        Act.Hold => HoldAsync(deed, services),
        Act.ReleaseHold or Act.CommitHold or Act.Challenge => OnHoldAsync(deed, services),
        Act.Group => GroupAsync(deed, services),
        Act.Agree or Act.TakeBack or Act.Swap or Act.WithdrawGroup => OnGroupAsync(deed, services),
        Act.StopAsking => StopAskingAsync(deed, services),
        Act.Lift => LiftAsync(deed, services),
        Act.Wait => WaitAsync(deed),
        _ => DecideAsync(deed, services),
    };

    private static Side SideOf(Deed deed) => deed.How % 4 < 2 ? Side.Venue : Side.Artist;

    private async Task<Refusal?> PublishAsync(Deed deed, IServiceProvider services)
    {
        var venue = await Db(services).Venues.Include(v => v.Stages).Include(v => v.Directors).AsSplitQuery().SingleAsync(v => v.Id == _venues[deed.Who % _venues.Count].Id, Ct);
        var first = new LocalWindow(DateOnly.FromDateTime(Now.UtcDateTime).AddDays(2 + deed.What % 4), new(18 + deed.How % 3, 0), new(22, 30));
        var made = await services.GetRequiredService<SlotDesk>().MakeAsync(venue, venue.Stages[deed.How % venue.Stages.Count], new(first, 1 + deed.What % 2), Terms, publish: true, Ct);
        _slots.AddRange(made.Slots);
        return made.Refusal;
    }

    private async Task<Refusal?> ApplyAsync(Deed deed, IServiceProvider services)
    {
        if (_slots.Count == 0) return Nothing;
        var slot = await ASlotAsync(deed, services);
        var version = await Db(services).Slots.Where(s => s.Id == slot).Select(s => s.TermsVersion).SingleAsync(Ct);
        var (made, refusal) = await services.GetRequiredService<ApplicationDesk>().SubmitAsync(slot, Pick(_artists, deed.Who)!.Id, "We would love to play.", 250 + deed.How % 300, version, Ct);
        if (made is { } id) _applications.Add(id);
        return refusal;
    }

    private Refusal? Offer(Side by, Application application, Slot slot, Deed deed) =>
        application.Offer(by, slot, new(new(280 + deed.How % 240, "EUR"), slot.Terms.Deal), "", slot.TermsVersion, application.Standing?.Number ?? 0, Now);

    private async Task<Refusal?> AnswerAsync(Deed deed, IServiceProvider services, Func<Application, Slot, Refusal?> verb) =>
        _applications.Count == 0 ? Nothing : await services.GetRequiredService<ApplicationDesk>().AnswerAsync(await AnApplicationAsync(deed, services), verb, Ct);

    private async Task<Refusal?> AcceptAsync(Side by, Deed deed, IServiceProvider services)
    {
        if (_applications.Count == 0) return Nothing;
        var id = await AnApplicationAsync(deed, services);
        var application = await Db(services).Applications.AsNoTracking().SingleAsync(a => a.Id == id, Ct);
        var (made, refusal) = await services.GetRequiredService<BookingDesk>().AcceptAsync(by, id, application.TermsVersion, application.Standing?.Number ?? 0, deed.How % 3 == 0, Ct);
        if (made is { } booking) _bookings.Add(booking);
        return refusal;
    }

    private async Task<Refusal?> ChangeAsync(Deed deed, IServiceProvider services)
    {
        if (_slots.Count == 0) return Nothing;
        var (db, id) = (Db(services), await ASlotAsync(deed, services));
        var (stage, venue) = await db.Slots.Where(s => s.Id == id).Select(s => new ValueTuple<Guid, Guid>(s.StageId, s.VenueId)).SingleAsync(Ct);
        return await db.InTurnAsync([Turn.Stage(stage)], async () =>
        {
            var slot = await db.Slots.SingleAsync(s => s.Id == id, Ct);
            var time = deed.Who % 2 == 0 ? slot.Time : slot.Time.Start.AddMinutes(30) is var later && later < slot.Time.End ? new Period(later, slot.Time.End) : slot.Time;
            return slot.Change(await db.Stages.SingleAsync(s => s.Id == stage, Ct), time, slot.Terms with { MaxFee = 450 + deed.How % 100 }, await db.LiveOf(id).ToListAsync(Ct), Now) ?? await db.TrySaveAsync(Ct);
        }, Ct);
    }

    private async Task<Refusal?> CancelSlotAsync(Deed deed, IServiceProvider services)
    {
        if (_slots.Count == 0) return Nothing;
        var (db, id) = (Db(services), await ASlotAsync(deed, services));
        return await db.InTurnAsync(await services.GetRequiredService<SlotClock>().TurnsAsync(id, Ct) is var turns ? turns : [], async () =>
            (await db.Slots.SingleAsync(s => s.Id == id, Ct)).Cancel(await db.LiveOf(id).ToListAsync(Ct), "The roof leaks.", Now) ?? await db.TrySaveAsync(Ct), Ct);
    }

    private async Task<Refusal?> DecideAsync(Deed deed, IServiceProvider services)
    {
        if (_bookings.Count == 0) return Nothing;
        var (desk, life, id) = (services.GetRequiredService<BookingDesk>(), services.GetRequiredService<BookingLife>(), await ABookingAsync(deed, services));
        var booking = await Db(services).Bookings.AsNoTracking().SingleAsync(b => b.Id == id, Ct);
        var reviewer = deed.How % 4 == 0 ? Reviewer.Director : Reviewer.Promoter;
        return await (deed.Act switch
        {
            Act.Approve => desk.ApproveAsync(id, reviewer, Ct),
            Act.Reject => desk.RejectAsync(id, reviewer, "Not for this house.", Ct),
            Act.Cancel => life.CancelAsync(id, SideOf(deed), "It cannot be.", deed.Who % 2 == 0, new(booking.State, booking.IsShortNotice(Now)), Ct),
            Act.CannotPlay => life.CannotPlayAsync(id, "Ill.", Ct),
            Act.Release => life.ReleaseAsync(id, deed.Who % 2 == 0, Ct),
            Act.LetStrikeStand => life.LetStrikeStandAsync(id, deed.Who % 2 == 0, Ct),
            Act.Play => life.PlayAsync(id, Ct),
            Act.NotCome => life.NotComeAsync(id, "Nobody came.", Ct),
            _ => throw new InvalidOperationException($"{deed.Act} is no decision on a booking."),
        });
    }
}
