using System.Reflection;
using System.Text.RegularExpressions;
using EasyGig.Domain;

namespace EasyGig.Tests.House;

/// <summary>The rules of the house: which way the projects point, and what no file may hold.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void The_domain_needs_nothing_but_the_language()
    {
        Assert.All(typeof(Refusal).Assembly.GetReferencedAssemblies(), needed => Assert.StartsWith("System.", needed.Name, StringComparison.Ordinal));
        Assert.DoesNotContain("Reference", File.ReadAllText(Path.Combine(Repository.Root, "EasyGig.Domain/EasyGig.Domain.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_domain_has_no_clock_of_its_own() =>
        Assert.Empty(Holding("EasyGig.Domain", "TimeProvider|DateTime(Offset)?\\.(Utc)?Now"));

    [Fact]
    public void Data_knows_no_page_and_no_component() =>
        Assert.Empty(Holding("EasyGig.Web/Data", "EasyGig\\.Web\\.(Pages|Components)"));

    [Fact]
    public void No_folder_is_named_after_a_pattern()
    {
        string[] patterns = ["Services", "Repositories", "Handlers", "Helpers", "Managers", "Common", "Models", "Utils"];
        var folders = Repository.Files("", ".cs", ".cshtml").SelectMany(file => Repository.Name(file).Split('/')[..^1]).Distinct();
        Assert.Empty(folders.Intersect(patterns));
    }

    [Fact]
    public void Files_are_short()
    {
        var long_ = Repository.Files("", ".cs", ".cshtml", ".razor", ".js").Where(file => File.ReadLines(file).Count() > 200).Select(Repository.Name);
        Assert.Empty(long_);
        Assert.True(File.ReadLines(Path.Combine(Repository.Root, "EasyGig.Web/Program.cs")).Count() < 60);
    }

    /// <summary>Texts of ours may be run as they are; values come as parameters. Of the rest each is looked at before it is put on this list.</summary>
    [Fact]
    public void Sql_is_never_put_together_from_text()
    {
        Assert.Equal(["EasyGig.Web/Data/Rules.cs"], Holding("EasyGig.Web", "(FromSqlRaw|ExecuteSqlRaw|ExecuteSqlRawAsync|SqlQueryRaw)\\b"));
        string[] looked =
        [
            "EasyGig.Web/Data/Reference.cs", "EasyGig.Web/Data/SqlText.cs", "EasyGig.Web/Demo/ScaleScene.cs", "EasyGig.Web/Hosting/Postgres/EmbeddedPostgres.cs", "EasyGig.Web/Live/DatabaseNews.cs",
        ];
        Assert.Equal(looked, Holding("EasyGig.Web", "(CreateCommand|new NpgsqlCommand)\\((?!\"|\\))|CommandText").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_form_goes_without_its_token() =>
        Assert.Equal(["EasyGig.Web/Pages/Account/Unsubscribe.cshtml.cs"], Holding("EasyGig.Web", "IgnoreAntiforgeryToken|DisableAntiforgery|asp-antiforgery=\"false\""));

    [Fact]
    public void What_nobody_may_guess_comes_from_a_generator_that_nobody_can_guess() =>
        Assert.Empty(Holding("EasyGig.Web/Identity", "NewGuid|\\bRandom\\b"));

    [Fact]
    public void No_page_carries_script_style_or_handlers_of_its_own() =>
        Assert.Empty(Holding("EasyGig.Web/Pages", Inline).Concat(Holding("EasyGig.Web/Components", Inline)));

    [Fact]
    public void Nothing_is_left_for_later() =>
        Assert.Equal(["EasyGig.Tests/House/ArchitectureTests.cs"], Holding("", "\\b(TODO|FIXME|HACK)\\b|NotImplementedException"));

    private const string Inline = "<script(?![^>]*\\bsrc=)|<style|\\sstyle=\"|\\son[a-z]+=\"|Html\\.Raw";

    private static IEnumerable<string> Holding(string folder, string pattern) =>
        Repository.Files(folder, ".cs", ".cshtml", ".razor").Where(file => Regex.IsMatch(File.ReadAllText(file), pattern)).Select(Repository.Name);
}
