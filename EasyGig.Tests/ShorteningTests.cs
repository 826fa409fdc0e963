using EasyGig.Domain;

namespace EasyGig.Tests;

public sealed class ShorteningTests
{
    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("longer", 5, "long…")]
    [InlineData("one two", 5, "one…")]
    [InlineData("abc🎸def", 5, "abc…")] // the guitar's halves are the fourth and the fifth unit
    [InlineData("abc🎸def", 6, "abc🎸…")]
    public void What_does_not_fit_is_left_out_and_no_character_is_cut_in_two(string text, int length, string cut) => Assert.Equal(cut, text.Cut(length));
}
