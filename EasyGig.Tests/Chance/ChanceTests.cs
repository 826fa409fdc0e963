using EasyGig.Tests.Races;
using FsCheck;
using FsCheck.Fluent;

namespace EasyGig.Tests.Chance;

/// <summary>Several people try whatever comes to their mind, while time goes on; whatever they do, what must always hold does.</summary>
public sealed class ChanceTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const int Length = 150;

    [Fact]
    public void R14_whatever_people_try_what_must_always_hold_does() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Race.Rounds(3, soak: 60)).WithEndSize(Length), Prop.ForAll(Deed.Stories(Length), story => PlayAsync(story).GetAwaiter().GetResult()));

    private async Task PlayAsync(Deed[] story)
    {
        var (world, known) = (await World.OfAsync(app), await Invariants.CountAsync(app));
        foreach (var (deed, number) in story.Select((deed, number) => (deed, number)))
        {
            await world.TryAsync(deed);
            if (number % 10 == 9) await Invariants.AssertAsync(app, known);
        }
        await Invariants.AssertAsync(app, known);
        Assert.True(world.Done > story.Length / 10, $"Of {story.Length} deeds {world.Done} were done: such a story tells nothing.");
    }
}
