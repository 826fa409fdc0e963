using Bunit;
using EasyGig.Domain;
using EasyGig.Domain.Deals;
using EasyGig.Web.Components;
using static EasyGig.Tests.Components.Parts;

namespace EasyGig.Tests.Components;

public sealed class DealPartsTests
{
    private static readonly DoorTerms Door = DoorTerms.Read("EUR", 12, 1_500, 22, taxIncluded: true, 1, 400).Terms!;
    private static readonly Deal Versus = Deal.Versus(new(500, "EUR"), new(12.5m), DealBase.Gross);

    public static TheoryData<Deal, string, string> Sentences => new()
    {
        { Deal.Flat(new(500, "EUR")), "a flat fee of €500", "cachet fisso di 500 €" },
        { Deal.Door("EUR", new(70), DealBase.Gross), "70 % of the door after tax", "70 % dell'incasso al netto delle imposte" },
        { Deal.Door("EUR", new(70), DealBase.Net), "70 % of the door after tax and expenses", "70 % dell'incasso al netto di imposte e spese" },
        {
            Deal.Door("EUR", new(70), DealBase.Net, new(15)), "70 % of the door after tax, expenses and another 15 % of them for the promoter",
            "70 % dell'incasso al netto di imposte, spese e 15 % di queste per il promoter"
        },
        { Versus, "€500 or 12.5 % of the door after tax, whichever is more", "500 € oppure 12,5 % dell'incasso al netto delle imposte: vale la cifra più alta" },
        {
            Deal.Plus(new(500, "EUR"), new(85)), "€500 plus 85 % of the door after tax, once expenses and fee are covered",
            "500 € più 85 % dell'incasso al netto delle imposte, una volta coperti spese e cachet"
        },
        {
            Deal.Plus(new(500, "EUR"), new(85), new(15)), "€500 plus 85 % of the door after tax, once expenses, fee and another 15 % of both for the promoter are covered",
            "500 € più 85 % dell'incasso al netto delle imposte, una volta coperti spese, cachet e un altro 15 % di entrambi per il promoter"
        },
    };

    public static TheoryData<Deal> Deals => [.. Sentences.Select(row => row.Data.Item1)];

    [Theory, MemberData(nameof(Sentences), DisableDiscoveryEnumeration = true)]
    public void A_deal_is_said_in_one_sentence(Deal deal, string english, string italian)
    {
        string Say(string language) => Plain(Draw<DealText>(part => part.Add(d => d.Deal, deal), language).Find(".deal").TextContent);
        Assert.Equal((english, italian), (Say("en"), Say("it")));
    }

    [Fact]
    public void R11_an_artist_sees_what_it_would_earn_at_a_quarter_half_three_quarters_and_all_of_the_tickets()
    {
        var table = DrawEarnings(Versus, "en").Find(".earnings > table");

        Assert.StartsWith("What you would earn", table.QuerySelector("caption")!.TextContent.Trim());
        Assert.Equal(["25 % 375 €500.00", "50 % 750 €845.29", "75 % 1,125 €1,267.93", "100 % 1,500 €1,690.57"], Rows(table));
    }

    [Fact]
    public void R11_each_figure_is_folded_out_line_by_line()
    {
        var fold = DrawEarnings(Versus, "it").Find("details");

        Assert.False(fold.HasAttribute("open"));
        Assert.Equal("Voce per voce", fold.QuerySelector("summary")!.TextContent);
        Assert.Equal(["Se si vende il 25 % dei biglietti", "Se si vende il 50 % dei biglietti", "Se si vende il 75 % dei biglietti", "Se si vende il 100 % dei biglietti"],
            fold.QuerySelectorAll("caption").Select(caption => Plain(caption.TextContent)));
        Assert.Equal(
            [
                "Incasso lordo biglietti venduti: 375 4.500,00 €", "Diritti della sala quello che il locale trattiene su ogni biglietto -375,00 €",
                "Incasso rettificato incasso lordo senza i diritti della sala 4.125,00 €", "Imposte 22 %, comprese nel prezzo -743,85 €",
                "Incasso netto quello che resta dopo le imposte 3.381,15 €", "Quota dell'artista 12,5 % dell'incasso netto 422,64 €",
                "Cachet garantito concordato, comunque vada 500,00 €", "Compenso il cachet, perché non è meno della quota 500,00 €",
            ],
            Rows(fold.QuerySelector("table")!));
    }

    [Fact]
    public void R11_a_flat_fee_is_said_once()
    {
        var earnings = Draw<EarningsTable>(part => part.Add(e => e.Deal, Deal.Flat(new(500, "EUR"))));
        Assert.Equal("You would earn €500, however many tickets are sold.", earnings.Find(".earnings").TextContent.Trim());
        Assert.Empty(earnings.FindAll("table"));
    }

    [Fact]
    public void R11_who_has_a_share_after_expenses_reads_how_high_they_are_taken()
    {
        Assert.Empty(DrawEarnings(Versus, "en").FindAll("details > p"));
        Assert.Single(DrawEarnings(Deal.Plus(new(500, "EUR"), new(85)), "en").FindAll("details > p"));
    }

    [Theory, MemberData(nameof(Deals), DisableDiscoveryEnumeration = true)]
    public void Every_line_has_its_words_in_both_languages(Deal deal)
    {
        DoorTerms[] doors = [Door, DoorTerms.Read("EUR", 12, 1_500, 22, taxIncluded: false, 0, 90_000).Terms!];
        StatementLine[] lines = [.. doors.SelectMany(door => Earnings.Shown.SelectMany(sales => Earnings.At(sales, deal, door).Statement.Lines))];
        List<string> Say(string language) =>
            [.. Draw<StatementTable>(part => part.Add(s => s.Statement, new Statement(lines)).Add(s => s.Caption, ""), language).FindAll("th, small").Select(words => words.TextContent)];

        var (english, italian) = (Say("en"), Say("it"));
        Assert.All(english.Zip(italian), words => Assert.NotEqual(words.First, words.Second));
        Assert.DoesNotContain(english.Concat(italian), words => words.Contains("line.", StringComparison.Ordinal));
    }

    private static IRenderedComponent<EarningsTable> DrawEarnings(Deal deal, string language) =>
        Draw<EarningsTable>(part => part.Add(e => e.Deal, deal).Add(e => e.Door, Door), language);

    private static List<string> Rows(AngleSharp.Dom.IElement table) => [.. table.QuerySelectorAll("tbody tr").Select(row => Plain(row.TextContent))];

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
