using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Slots;

namespace EasyGig.Tests.Applications;

public sealed class ApplicationVerbTests
{
    [Theory]
    [InlineData(48, true)]
    [InlineData(47.99, false)]
    public void R10a_an_application_comes_48_hours_before_the_start_at_the_latest(double hours, bool taken)
    {
        var slot = Told.Draft(Told.Venue(), TimeSpan.FromHours(hours));
        Assert.Null(slot.Publish(Told.Now));
        var refusal = Submit(slot);
        Assert.Equal(taken ? null : ApplicationRefusals.TooLate, refusal);
    }

    [Fact]
    public void R10a_only_an_open_slot_takes_applications()
    {
        Assert.Equal(SlotRefusals.NotOpen, Submit(Told.Draft(Told.Venue(), TimeSpan.FromDays(30))));
        var cancelled = Told.Open(Told.Venue());
        cancelled.Cancel([], "no", Told.Now);
        Assert.Equal(SlotRefusals.NotOpen, Submit(cancelled));
    }

    [Fact]
    public void R9b_an_application_answers_the_terms_as_they_are()
    {
        var venue = Told.Venue();
        var slot = Told.Open(venue);
        slot.Change(venue.Stages[0], slot.Time, slot.Terms with { MaxFee = 600 }, [], Told.Now);
        Assert.Equal(ApplicationRefusals.TermsChanged, Application.Submit(slot, Told.Artist(), "Hello", 400, termsVersion: 1, Told.Now).Refusal);
        Assert.Null(Application.Submit(slot, Told.Artist(), "Hello", 400, termsVersion: 2, Told.Now).Refusal);
    }

    [Fact]
    public void R9a_a_fee_is_a_whole_number_of_cents() =>
        Assert.Equal(ApplicationRefusals.FeeTooFine.Rule, Application.Submit(Told.Open(Told.Venue()), Told.Artist(), "Hello", 400.001m, 1, Told.Now).Refusal!.Rule);

    [Theory]
    [InlineData(ApplicationState.Submitted, "shortlist decline withdraw offer")]
    [InlineData(ApplicationState.Shortlisted, "decline withdraw offer")]
    [InlineData(ApplicationState.Offered, "decline withdraw offer")]
    [InlineData(ApplicationState.Waitlisted, "decline withdraw offer")]
    [InlineData(ApplicationState.Accepted, "")]
    [InlineData(ApplicationState.Declined, "")]
    [InlineData(ApplicationState.Withdrawn, "")]
    public void R12a_each_state_allows_its_steps_and_a_refused_verb_changes_nothing(ApplicationState state, string allowed)
    {
        var slot = Told.Open(Told.Venue());
        var verbs = new Dictionary<string, Func<Application, Refusal?>>
        {
            ["shortlist"] = a => a.Shortlist(),
            ["decline"] = a => a.Decline("no"),
            ["withdraw"] = a => a.Withdraw(),
            ["offer"] = a => Told.Offer(a, slot, fee: 460),
        };
        foreach (var (name, verb) in verbs)
        {
            var application = In(state, slot);
            var refusal = verb(application);
            Assert.Equal(allowed.Split(' ').Contains(name), refusal is null);
            if (refusal is null) continue;
            Assert.Equal((ApplicationRefusals.Step, state), (refusal, application.State));
            Assert.Empty(application.TakeFacts());
        }
    }

    [Fact]
    public void R12b_a_declined_artist_reads_the_reason()
    {
        var application = Told.Applied(Told.Open(Told.Venue()));
        Assert.Null(application.Decline("We have a jazz night already."));
        Assert.Equal((FactKind.Declined, "We have a jazz night already."), (application.TakeFacts().Single() is var fact ? (fact.Kind, fact.Reason) : default));
        Assert.Equal("We have a jazz night already.", application.Reason);
    }

    [Fact]
    public void R13_a_slot_that_is_moved_close_leaves_some_hours_to_answer()
    {
        var venue = Told.Venue();
        var slot = Told.Open(venue);
        var application = Application.Submit(slot, Told.Artist(), "Hello", 400, slot.TermsVersion, Told.Now).Application!;
        Period soon = new(Told.Now.AddHours(20), Told.Now.AddHours(23));
        Assert.Null(slot.Change(venue.Stages[0], soon, slot.Terms, [application], Told.Now));
        Assert.Equal(Told.Now.AddHours(6), application.ExpiresAt);
        Assert.Null(slot.Change(venue.Stages[0], soon, slot.Terms with { Notes = "Again." }, [application], Told.Now.AddHours(5)));
        Assert.Equal(Told.Now.AddHours(6), application.ExpiresAt); // whoever does it again wins nothing
    }

    private static Refusal? Submit(Slot slot) => Application.Submit(slot, Told.Artist(), "Hello", 400, slot.TermsVersion, Told.Now).Refusal;

    private static Application In(ApplicationState state, Slot slot)
    {
        var application = Told.Applied(slot);
        var refusal = state switch
        {
            ApplicationState.Shortlisted => application.Shortlist(),
            ApplicationState.Offered => Told.Offer(application, slot),
            ApplicationState.Waitlisted => application.Wait(),
            ApplicationState.Declined => application.Decline(null),
            ApplicationState.Withdrawn => application.Withdraw(),
            _ => null,
        };
        Assert.Null(refusal);
        if (state is ApplicationState.Accepted) application.Accept();
        application.TakeFacts();
        return application;
    }
}
