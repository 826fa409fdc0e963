using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EasyGig.Domain;
using EasyGig.Domain.Clockwork;
using EasyGig.Domain.Facts;
using EasyGig.Web.Places;

namespace EasyGig.Tests.House;

/// <summary>R40: every string that a person reads is there in English and in Italian.</summary>
public sealed class WordsTests
{
    private static readonly IReadOnlyDictionary<string, string> English = Read("Text.resx"), Italian = Read("Text.it.resx");

    [Fact]
    public void R40a_every_sentence_of_the_code_has_its_italian()
    {
        var used = Repository.Files("EasyGig.Web", ".cs", ".cshtml", ".razor").Where(file => !file.Contains("/Dev/", StringComparison.Ordinal)).SelectMany(file =>
            Literals(File.ReadAllText(file)).Select(key => (Key: key, File: Repository.Name(file))));
        Assert.Empty(used.Where(use => !Italian.ContainsKey(use.Key)).Select(use => $"{use.File}: {use.Key}"));
    }

    [Fact]
    public void R40a_symbolic_words_are_there_in_both_languages() =>
        Assert.Empty(English.Keys.Except(Italian.Keys));

    [Fact]
    public void R40a_every_refusal_has_its_sentence_in_both_languages()
    {
        var rules = typeof(Refusal).Assembly.GetTypes().Append(typeof(PlaceRefusals))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Refusal)).Select(field => ((Refusal)field.GetValue(null)!).Rule).ToList();
        Assert.Equal(rules.Distinct().Count(), rules.Count);
        Assert.Empty(rules.Except(English.Keys.Intersect(Italian.Keys)));
    }

    [Fact]
    public void R40a_every_fact_and_every_deadline_has_its_words_in_both_languages()
    {
        var words = Enum.GetValues<FactKind>().Select(fact => $"fact.{Word.Of(fact)}").Concat(Enum.GetValues<DeadlineKind>().Select(kind => $"deadline.{Word.Of(kind)}"));
        Assert.All(words, word => Assert.True(English.ContainsKey(word) && Italian.ContainsKey(word), word));
    }

    [Fact]
    public void R40a_both_languages_fill_in_the_same_things()
    {
        var different = Italian.Where(entry => !Holes(English.GetValueOrDefault(entry.Key, entry.Key)).SetEquals(Holes(entry.Value))).Select(entry => entry.Key);
        Assert.Empty(different);
    }

    [Fact]
    public void R40a_no_page_says_anything_that_is_not_translated()
    {
        var pages = Repository.Files("EasyGig.Web", ".cshtml", ".razor").Where(file => !file.Contains("/Dev/", StringComparison.Ordinal));
        Assert.Empty(pages.SelectMany(file => Spoken(File.ReadAllText(file)).Except(Names).Select(words => $"{Repository.Name(file)}: {words}")));
        Assert.Equal(["Upcoming", "Past shows"], Spoken("""<h1>Upcoming</h1> @* a remark *@ <img alt="Past shows"><p>@L["Dates"]</p>""")); // it does find some
    }

    /// <summary>Names, which are the same in every language, and what is filled in as an example.</summary>
    private static readonly string[] Names = ["EasyGig", "English", "Italiano", "EUR", "https://…"];

    /// <summary>The words between tags, and in attributes that are read out, of a page's source.</summary>
    private static IEnumerable<string> Spoken(string source) =>
        Regex.Matches(Regex.Replace(source, @"@\*.*?\*@|^\s*///[^\n]*$", "", RegexOptions.Singleline | RegexOptions.Multiline),
            """(?:<[a-z][^<>]*>|</[a-z0-9]+>)\s*([^<>@{}"=;()]*\p{L}{2,}[^<>@{}"=;()]*)[<@]|\b(?:aria-label|title|placeholder|alt)="([^"@]*\p{L}{2,}[^"@]*)\x22""")
        .Select(words => (words.Groups[1].Success ? words.Groups[1].Value : words.Groups[2].Value).Trim());

    private static HashSet<string> Holes(string sentence) => [.. Regex.Matches(sentence, @"\{(\d+)[^}]*\}").Select(hole => hole.Groups[1].Value)];

    private static IEnumerable<string> Literals(string source) =>
        Regex.Matches(source, """(?:\bL|\btext)\["((?:[^"\\]|\\.)+)"(?:\]|,)|Display\(Name = "((?:[^"\\]|\\.)+)"\)""")
            .Select(use => Regex.Unescape(use.Groups[1].Success ? use.Groups[1].Value : use.Groups[2].Value));

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Repository.Root, "EasyGig.Web/Localization", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);
}
