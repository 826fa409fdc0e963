using System.Reflection;
using System.Text.RegularExpressions;

namespace EasyGig.Tests.House;

/// <summary>docs/security.md says the truth: each row has tests, and they are there.</summary>
public sealed class SecurityTests
{
    private static readonly IReadOnlyList<(string Row, string[] Tests)> Rows =
        [.. File.ReadLines(Path.Combine(Repository.Root, "docs/security.md")).Where(line => Regex.IsMatch(line, "^\\| [0-9]")).Select(Read)];

    private static readonly HashSet<string> Tests = [.. typeof(SecurityTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null)).Select(method => method.Name)];

    [Fact]
    public void Every_row_of_the_table_has_a_test()
    {
        Assert.NotEmpty(Rows);
        Assert.Equal(Rows.Count, Rows.Select(row => row.Row).Distinct().Count());
        Assert.All(Rows, row => Assert.NotEmpty(row.Tests));
    }

    [Fact]
    public void Every_test_that_a_row_names_is_there() =>
        Assert.Empty(Rows.SelectMany(row => row.Tests.Except(Tests).Select(test => $"{row.Row}: {test}")));

    private static (string, string[]) Read(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        return (cells[1], [.. Regex.Matches(cells[4], "`([^`]+)`").Select(name => name.Groups[1].Value)]);
    }
}
