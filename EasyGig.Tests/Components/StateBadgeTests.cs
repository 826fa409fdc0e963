using Bunit;
using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Components;

namespace EasyGig.Tests.Components;

public sealed class StateBadgeTests
{
    public static TheoryData<Enum> States =>
        [.. Enum.GetValues<SlotState>().Cast<Enum>(), .. Enum.GetValues<ApplicationState>().Cast<Enum>(), .. Enum.GetValues<BookingState>().Cast<Enum>()];

    [Fact]
    public void A_badge_has_the_colour_the_icon_and_the_word_of_its_state()
    {
        var badge = Parts.Draw<StateBadge>(part => part.Add(b => b.State, BookingState.PendingReview));
        badge.MarkupMatches("""
            <span class="state state-waiting"><svg class="icon" aria-hidden="true" focusable="false"><use href="/icons.svg#hourglass-split"></use></svg>pending review</span>
            """);
    }

    [Theory, MemberData(nameof(States), DisableDiscoveryEnumeration = true)]
    public void Every_state_is_said_in_both_languages(Enum state)
    {
        string Word(string language) => Parts.Draw<StateBadge>(part => part.Add(b => b.State, state), language).Find(".state").TextContent;

        Assert.DoesNotContain("state.", Word("en") + Word("it"), StringComparison.Ordinal);
        Assert.NotEqual(Word("en"), Word("it"));
    }
}
