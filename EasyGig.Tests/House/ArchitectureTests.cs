using System.Reflection;
using System.Text.RegularExpressions;
using EasyGig.Domain;
using Microsoft.AspNetCore.Mvc;

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

    [Fact]
    public void Sql_is_never_put_together_from_text() =>
        Assert.Empty(Holding("EasyGig.Web", "(FromSqlRaw|ExecuteSqlRawAsync|SqlQueryRaw)\\(\\s*\\$"));

    [Fact]
    public void Every_form_is_protected_and_no_page_binds_an_entity()
    {
        Assert.Empty(Holding("EasyGig.Web", "IgnoreAntiforgeryToken"));
        var bound = typeof(Program).Assembly.GetTypes().SelectMany(type => type.GetProperties())
            .Where(property => property.GetCustomAttribute<BindPropertyAttribute>() is not null)
            .Where(property => property.PropertyType.Assembly == typeof(Refusal).Assembly && property.PropertyType.IsAssignableTo(typeof(Entity)));
        Assert.Empty(bound);
    }

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
