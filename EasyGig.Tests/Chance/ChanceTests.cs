using EasyGig.Tests.Races;
using FsCheck;
using FsCheck.Fluent;

namespace EasyGig.Tests.Chance;

/// <summary>Several people try whatever comes to their mind, while time goes on; whatever they do, what must always hold does.</summary>
public sealed class ChanceTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const int Length = 150;

    /// <summary>So many shorter stories are told to find what a failure needs.</summary>
    private const int Shorter = 40;

    private string? _first;

    private int _since;

    [Fact]
    public void R14_whatever_people_try_what_must_always_hold_does()
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Race.Rounds(2, soak: 60)).WithEndSize(Length);
        if (Race.Rounds(0, soak: 1) == 0) config = config.WithReplay(20261122, 7); // the same stories every day; new ones when they are asked for
        try { Check.One(config, Prop.ForAll(Deed.Stories(Length), story => PlayAsync(story).GetAwaiter().GetResult())); }
        catch (Exception e) { throw new InvalidOperationException(_first, e); }
    }

    private async Task PlayAsync(Deed[] story)
    {
        if (_first is not null && ++_since > Shorter) return;
        try { await TellAsync(story); }
        catch (Exception e)
        {
            _first ??= e.Message; // the shorter ones that follow may break something else
            throw;
        }
    }

    private async Task TellAsync(Deed[] story)
    {
        var (world, known) = (await World.OfAsync(app), await Invariants.CountAsync(app));
        foreach (var (deed, number) in story.Select((deed, number) => (deed, number)))
        {
            await world.TryAsync(deed);
            if (number % 10 == 9) await Invariants.AssertAsync(app, known);
        }
        await Invariants.AssertAsync(app, known);
        Assert.True(story.Length < Length / 2 || world.Done > story.Length / 10, $"Of {story.Length} deeds {world.Done} were done: such a story tells nothing.");
    }
}
