using System.Reflection;
using System.Text.RegularExpressions;
using EasyGig.Web.Clockwork;
using EasyGig.Web.Hosting.Health;
using EasyGig.Web.Hosting.Metrics;
using EasyGig.Web.Mail;

namespace EasyGig.Tests.House;

/// <summary>The README's table of settings against what the code reads.</summary>
public sealed partial class ReadmeTests
{
    private static readonly Dictionary<string, Type> Bound = new()
    {
        ["EasyGig:Mail"] = typeof(MailSettings), ["EasyGig:Health"] = typeof(HealthSettings), ["EasyGig:Metrics"] = typeof(MetricsSettings), ["EasyGig:Clockwork"] = typeof(ClockworkSettings),
    };

    [Fact]
    public void Every_setting_that_is_read_is_told_of_and_no_other()
    {
        var source = string.Concat(Repository.Files("EasyGig.Web", ".cs").Select(File.ReadAllText));
        var sections = Section().Matches(source).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(Bound.Keys.Order(), sections.Order());

        var single = Single().Matches(source).Select(match => match.Groups[1].Value).Except(sections).Where(key => !Bound.Keys.Any(section => key.StartsWith(section + ":", StringComparison.Ordinal)));
        var members = Bound.SelectMany(section => section.Value.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).Select(p => $"{section.Key}:{p.Name}"));
        var connections = Connection().Matches(source).Select(match => $"ConnectionStrings:{match.Groups[1].Value}");
        var read = single.Concat(members).Concat(connections).Distinct().Select(key => key.Replace(":", "__", StringComparison.Ordinal));

        var told = Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))).Select(match => match.Groups[1].Value);
        Assert.Equal(read.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("""BindConfiguration\("([A-Za-z:]+)"\)""")]
    private static partial Regex Section();

    [GeneratedRegex("\"(EasyGig:[A-Za-z:]+)\"")]
    private static partial Regex Single();

    [GeneratedRegex("""GetConnectionString\("([A-Za-z]+)"\)""")]
    private static partial Regex Connection();

    [GeneratedRegex("^\\| `((?:EasyGig|ConnectionStrings)__[A-Za-z_]+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
