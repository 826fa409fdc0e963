using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bunit;
using EasyGig.Domain;
using EasyGig.Domain.Deals;
using EasyGig.Tests.Components;
using EasyGig.Tests.House;
using EasyGig.Web.Components;

namespace EasyGig.Tests.Deals;

/// <summary>docs/deals.md says the truth: each of its examples is read from it and reckoned again.</summary>
public sealed partial class DealsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs/deals.md"));

    private static readonly Dictionary<string, string> English = XDocument.Load(Path.Combine(Repository.Root, "EasyGig.Web/Localization/Text.resx")).Root!
        .Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    public static TheoryData<string, string, string> Examples =>
        [.. Example().Matches(Page).Select(match => (match.Groups["deal"].Value, match.Groups["words"].Value, match.Groups["lines"].Value))];

    [Fact]
    public void R37_the_page_has_an_example_of_each_kind() =>
        Assert.Equal(Enum.GetValues<DealKind>(), Examples.Select(example => Read(example.Data.Item1).Kind).Distinct());

    [Theory, MemberData(nameof(Examples))]
    public void R37_an_example_of_the_page_is_what_is_reckoned_and_said(string terms, string words, string lines)
    {
        var deal = Read(terms);
        var reckoned = Statement.Of(deal, Night()).Lines.Select(line => FormattableString.Invariant($"| {English[$"line.{Word.Of(line.Key)}"]} | {line.Amount.Amount:N2} |"));

        Assert.Equal(reckoned, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(words, Parts.Draw<DealText>(part => part.Add(d => d.Deal, deal)).Find(".deal").TextContent.Replace('\u00a0', ' '));
    }

    private static Deal Read(string terms)
    {
        decimal? Number(string name) => Regex.Match(terms, $@"{name} ([\d.]+)") is { Success: true } match ? decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;
        var of = Word.Read<DealBase>(Regex.Match(terms, "of (gross|net)").Groups[1].Value);
        return Deal.Read(Word.Read<DealKind>(terms.Split(',')[0])!.Value, "EUR", Number("fee") ?? 0, Number("share"), of, Number("profit")).Deal!;
    }

    private static BoxOffice Night()
    {
        var said = TheNight().Match(Page).Groups;
        decimal Number(string name) => decimal.Parse(said[name].Value, CultureInfo.InvariantCulture);
        return DoorTerms.Read("EUR", Number("price"), (int)Number("capacity"), Number("tax"), taxIncluded: true, Number("fee"), Number("cap")).Terms!.At((int)Number("sold"));
    }

    [GeneratedRegex(@"^    (?<deal>(?:flat|door|versus|plus),.*)\n\n> (?<words>.+)\n\n\| line \| EUR \|\n\|---\|---\|\n(?<lines>(?:\|.*\n)+)", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex(@"(?<capacity>\d+) tickets at (?<price>[\d.]+), of which the house keeps (?<fee>[\d.]+); tax (?<tax>[\d.]+) % included; expenses up to (?<cap>[\d.]+); (?<sold>\d+) sold")]
    private static partial Regex TheNight();
}
