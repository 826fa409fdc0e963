using System.Reflection;
using System.Text.RegularExpressions;

namespace EasyGig.Tests.House;

/// <summary>docs/rules.md says the truth: each clause has tests, and they are there.</summary>
public sealed class RulesTests
{
    private static readonly IReadOnlyList<(string Clause, string[] Tests)> Clauses =
        [.. File.ReadLines(Path.Combine(Repository.Root, "docs/rules.md")).Where(line => line.StartsWith("| R", StringComparison.Ordinal)).Select(Read)];

    private static readonly HashSet<string> Tests = [.. typeof(RulesTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null)).Select(method => method.Name)];

    [Fact]
    public void Every_clause_has_a_test_that_names_its_rule()
    {
        Assert.NotEmpty(Clauses);
        Assert.Equal(Clauses.Count, Clauses.Select(clause => clause.Clause).Distinct().Count());
        Assert.All(Clauses, clause =>
        {
            Assert.NotEmpty(clause.Tests);
            Assert.All(clause.Tests, test => Assert.Matches($"^{clause.Clause.TrimEnd([.. "abcdefghijklmnopqrstuvwxyz"])}[a-z]?_", test));
        });
    }

    [Fact]
    public void Every_test_that_a_clause_names_is_there() =>
        Assert.Subset(Tests, Clauses.SelectMany(clause => clause.Tests).ToHashSet());

    [Fact]
    public void Every_test_that_names_a_rule_names_one_of_the_product()
    {
        var rules = Tests.Select(test => Regex.Match(test, "^R([0-9]+)[a-z]?_")).Where(name => name.Success).Select(name => int.Parse(name.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.All(rules, rule => Assert.InRange(rule, 1, 40));
    }

    [Fact]
    public void What_must_always_hold_is_what_the_page_says() =>
        Assert.Equal(Chance.Invariants.All.Select(invariant => $"- {invariant.Holds}."), File.ReadLines(Path.Combine(Repository.Root, "docs/rules.md")).SkipWhile(line => line != "## What must always hold").Where(line => line.StartsWith("- ", StringComparison.Ordinal)));

    private static (string, string[]) Read(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        return (cells[1], [.. Regex.Matches(cells[4], "`([^`]+)`").Select(name => name.Groups[1].Value)]);
    }
}
