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

    private static HashSet<string> Holes(string sentence) => [.. Regex.Matches(sentence, @"\{(\d+)[^}]*\}").Select(hole => hole.Groups[1].Value)];

    private static IEnumerable<string> Literals(string source) =>
        Regex.Matches(source, """(?:\bL|\btext)\["((?:[^"\\]|\\.)+)"(?:\]|,)|Display\(Name = "((?:[^"\\]|\\.)+)"\)""")
            .Select(use => Regex.Unescape(use.Groups[1].Success ? use.Groups[1].Value : use.Groups[2].Value));

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Repository.Root, "EasyGig.Web/Localization", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);
}
