using EasyGig.Domain.Applications;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Slots;

namespace EasyGig.Tests.Slots;

public sealed class SlotVerbTests
{
    [Fact]
    public void R7a_a_draft_is_published_once_and_not_after_its_start()
    {
        var slot = Told.Draft(Told.Venue(), TimeSpan.FromDays(1));
        Assert.Null(slot.Publish(Told.Now));
        Assert.Equal((SlotState.Open, FactKind.SlotPublished), (slot.State, slot.TakeFacts().Single().Kind));
        Assert.Equal(SlotRefusals.Step, slot.Publish(Told.Now));

        var late = Told.Draft(Told.Venue(), TimeSpan.FromDays(1));
        Assert.Equal(SlotRefusals.Started, late.Publish(late.Time.Start));
        Assert.Equal(SlotState.Draft, late.State);
        Assert.Empty(late.TakeFacts());
    }

    [Fact]
    public void R7b_an_open_slot_lapses_at_its_start()
    {
        var slot = Told.Open(Told.Venue());
        Assert.Equal(SlotState.Open, slot.StateAt(slot.Time.Start.AddTicks(-1)));
        Assert.Equal(SlotState.Lapsed, slot.StateAt(slot.Time.Start));
        Assert.Equal(SlotRefusals.NotCancellable, slot.Cancel([], "late", slot.Time.Start));
        Assert.Equal(SlotRefusals.NotEditable, slot.Change(Told.Venue().Stages[0], slot.Time, slot.Terms with { MinFee = 1 }, [], slot.Time.Start));
    }

    [Fact]
    public void R9b_changed_terms_count_up_and_tell_the_applicants_unless_nobody_could_see_the_draft()
    {
        var venue = Told.Venue();
        var slot = Told.Open(venue);
        Assert.Null(slot.Change(venue.Stages[0], slot.Time, slot.Terms, [], Told.Now));
        Assert.Equal((1, 0), (slot.TermsVersion, slot.TakeFacts().Count));

        Assert.Null(slot.Change(venue.Stages[0], slot.Time, slot.Terms with { MaxFee = 600 }, [], Told.Now));
        Assert.Equal((2, FactKind.SlotChanged), (slot.TermsVersion, slot.TakeFacts().Single().Kind));

        var draft = Told.Draft(venue, TimeSpan.FromDays(9));
        Assert.Null(draft.Change(venue.Stages[0], draft.Time, draft.Terms with { MaxFee = 600 }, [], Told.Now));
        Assert.Equal((1, 0), (draft.TermsVersion, draft.TakeFacts().Count));
    }

    [Fact]
    public void R7a_a_cancelled_slot_ends_its_applications_with_the_same_reason()
    {
        var slot = Told.Open(Told.Venue());
        var (one, two) = (Told.Applied(slot), Told.Applied(slot));
        Assert.Null(two.Withdraw());
        two.TakeFacts();

        Assert.Null(slot.Cancel([one, two], "The roof leaks.", Told.Now));

        Assert.Equal((SlotState.Cancelled, ApplicationState.Declined, "The roof leaks."), (slot.State, one.State, one.Reason));
        Assert.Equal((FactKind.SlotLost, one.Id), (one.TakeFacts().Single() is var fact ? (fact.Kind, fact.ApplicationId!.Value) : default));
        Assert.Equal(ApplicationState.Withdrawn, two.State);
        Assert.Empty(two.TakeFacts());
    }
}
