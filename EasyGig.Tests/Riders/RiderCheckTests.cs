using System.Diagnostics;
using System.Globalization;
using EasyGig.Domain.Riders;
using FsCheck;
using FsCheck.Fluent;

namespace EasyGig.Tests.Riders;

/// <summary>R2: what a house lacks of what an artist needs, as far as words tell.</summary>
public sealed class RiderCheckTests
{
    [Theory]
    [InlineData("2 x SM58", "SM58 x 4")]
    [InlineData("2x SM58", "- 2 SM58, 1 SM57")]
    [InlineData("2× vocal mics", "4 vocal mics with stands")]
    [InlineData("DI boxes (2)", "2 DI box")]
    [InlineData("un microfono per la voce", "Microfoni voce")]
    [InlineData("n. 2 aste di microfono", "3 aste microfono")]
    [InlineData("Batteria jazz", "BATTERIA JAZZ a quattro pezzi, contrabbasso")]
    [InlineData("Perché no: un caffè", "no perche caffe")]
    [InlineData("1. Drum kit\n2. Bass amp", "Bass amps; drum kits")]
    [InlineData("Ampli basso 4x12", "Cassa 4x12 per ampli basso")]
    [InlineData("100 W amp", "Amp 100 W")]
    [InlineData("16 channel mixer", "Mixer with 16 channels.")]
    [InlineData("3 monitors", "2 monitors on stage\n1 monitor for the drummer")]
    [InlineData("-\n\n…", "anything")] // nothing is asked for
    public void R2g_what_is_there_under_other_endings_accents_and_numbers_is_no_gap(string rider, string backline) =>
        Assert.DoesNotContain(RiderCheck.Compare(rider, backline), line => line.Cover is not Cover.Covered);

    [Theory]
    [InlineData("4 vocal mics", "2 vocal mics", Cover.TooFew, 4, 2)]
    [InlineData("4 monitor", "monitor", Cover.TooFew, 4, null)]
    [InlineData("Pianoforte accordato", "Pianoforte mezza coda", Cover.Missing, 1, 0)]
    [InlineData("2 DI", "contrabbasso di casa", Cover.Missing, 2, 0)]
    [InlineData("Bass amp", "Amp, bass drum", Cover.Missing, 1, 0)] // two things do not make one
    [InlineData("4x12 cabinet", "cabinet", Cover.Missing, 1, 0)]
    [InlineData("2 guitar amps", "", Cover.Missing, 2, 0)]
    public void R2g_what_is_missing_or_too_few_is_said_with_how_many_there_are(string rider, string backline, Cover cover, int wanted, int? there) =>
        Assert.Equal([new(rider, wanted, there, cover)], RiderCheck.Compare(rider, backline));

    [Fact]
    public void R2g_an_italian_rider_against_a_house() => Assert.Equal(
        ["2 DI: TooFew", "4 microfoni voce: TooFew", "Pianoforte accordato a 442: Missing"],
        RiderCheck.Compare(
            "• 2 DI\n• 4 microfoni voce\n• batteria a cinque pezzi\n• ampli basso\nPianoforte accordato a 442.",
            "Batteria Gretsch a cinque pezzi (senza piatti), ampli basso Ampeg 4x10, piano verticale accordato, 3 microfoni voce, 1 DI attiva.")
            .Where(line => line.Cover is not Cover.Covered).Select(line => $"{line.Text}: {line.Cover}"));

    [Fact]
    public void R2g_a_rider_that_is_the_backline_has_no_gap() =>
        Always(text => RiderCheck.Compare(text, text).All(line => line.Cover is Cover.Covered));

    [Fact]
    public void R2g_a_house_that_has_more_has_no_more_gaps() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Lists, Lists, Lists, (rider, backline, more) =>
    {
        var (before, after) = (RiderCheck.Compare(rider, backline), RiderCheck.Compare(rider, $"{backline}\n{more}"));
        return before.Zip(after).All(pair => pair.Second.Cover <= pair.First.Cover);
    }));

    [Theory]
    [InlineData("٣ microfoni")] // digits too, but no number that is read
    [InlineData("２ monitor")]
    [InlineData("microfoni x٣")]
    [InlineData("microfoni (২)")]
    public void R2g_digits_of_any_script_are_read_without_harm(string rider) =>
        Assert.Equal([new(rider, 1, null, Cover.Covered)], RiderCheck.Compare(rider, rider));

    [Theory]
    [InlineData("amp{0}x")]
    [InlineData("amp{0}x{0}amp{0}(")]
    [InlineData("2{0}x{0}amp")]
    [InlineData("-{0}amp,{0}mixer.{0}box")]
    public void R2g_a_rider_of_blanks_is_read_at_once(string form)
    {
        foreach (var blank in (string[])[new(' ', 4000), new('\t', 4000), new('\u00a0', 4000), string.Concat(Enumerable.Repeat(" x", 2000)), new('1', 4000), string.Concat(Enumerable.Repeat(" (1", 1300))])
        {
            var rider = string.Format(CultureInfo.InvariantCulture, form, blank);
            var watch = Stopwatch.StartNew();
            RiderCheck.Compare(rider, rider);
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        }
    }

    [Fact]
    public void R2g_whatever_is_written_is_read() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Anything, text => RiderCheck.Compare(text, "2 amps").Count <= text.Length));

    /// <summary>Digits of other scripts, blanks, halves of characters, and what lists are made of.</summary>
    private static Arbitrary<string> Anything =>
        Gen.ListOf(Gen.OneOf(Gen.Choose(0, 0xFFFF).Select(unit => ((char)unit).ToString()), Gen.Elements("٣", "２", "৩", "7", " ", "\u00a0", "x", "(", ")", "n. ", "a", "amp", "\n", "\ud83c", "²"))).Select(string.Concat).ToArbitrary();

    /// <summary>Lists as people write them, and anything at all.</summary>
    private static Arbitrary<string> Lists => Gen.OneOf(
        Gen.ListOf(Gen.Elements("2 x ", "4 ", "DI", "box", "boxes", "microfoni", "microfono", " ", ", ", "\n", "; ", "- ", ". ", "x2", "(3)", "di ", "4x12", "100 W", "Caffè", "S", "x ")).Select(string.Concat),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")).ToArbitrary();

    private static void Always(Func<string, bool> holds) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Lists, holds));
}
