using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace EasyGig.Tests.House;

/// <summary>What a request may fill in: single values and input classes that hold what their form holds, never what is stored.</summary>
public sealed class BindingTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static readonly HashSet<Type> Values =
        [typeof(string), typeof(decimal), typeof(Guid), typeof(DateOnly), typeof(TimeOnly), typeof(DateTime), typeof(DateTimeOffset), typeof(CancellationToken), typeof(IFormFile)];

    [Fact]
    public void No_page_binds_anything_but_values_and_classes_of_its_own()
    {
        var bound = from page in app.Pages from type in Bound(page.Value).SelectMany(part => Parts(part.Type)) select (page.Key, type);
        Assert.Empty(bound.Where(b => b.type.Namespace?.StartsWith("EasyGig.Web.Pages", StringComparison.Ordinal) != true).Select(b => $"{b.Key}: {b.type}"));
    }

    [Fact]
    public async Task Nothing_that_is_stored_is_filled_in_by_a_request()
    {
        var stored = await app.WithDbAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(entity => entity.ClrType).ToHashSet()));
        var pages = app.Pages.Values.SelectMany(Bound).SelectMany(part => Parts(part.Type));
        var others = app.Others.SelectMany(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>()!.GetParameters()).SelectMany(parameter => Parts(parameter.ParameterType, deep: false));
        Assert.DoesNotContain(pages.Concat(others), stored.Contains);
    }

    [Fact]
    public void An_input_class_holds_what_its_form_holds_and_no_more()
    {
        var unseen =
            from page in app.Pages
            let folder = Path.GetDirectoryName(page.Value.RelativePath.TrimStart('/'))!
            let markup = string.Concat(Repository.Files("EasyGig.Web/" + folder, ".cshtml").Concat(((string[])["Files", "Offers", "Shared"]).SelectMany(shared => Repository.Files($"EasyGig.Web/Pages/{shared}", ".cshtml"))).Select(File.ReadAllText))
            from part in page.Value.BoundProperties.OfType<PageBoundPropertyDescriptor>()
            where part.Property.GetCustomAttribute<BindPropertyAttribute>() is { SupportsGet: false } // what an address asks for is no form
            from type in Parts(part.ParameterType)
            from property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true })
            where !Regex.IsMatch(markup, $"\\.{property.Name}\\b")
            select $"{page.Key}: {part.Name}.{property.Name}";
        Assert.Empty(unseen);
    }

    private static IEnumerable<(string Name, Type Type)> Bound(CompiledPageActionDescriptor page) =>
        page.BoundProperties.Select(property => (property.Name, property.ParameterType))
            .Concat(page.HandlerMethods.Where(IsHandler).SelectMany(handler => handler.Parameters).Select(parameter => (parameter.Name, parameter.ParameterType)));

    /// <summary>The framework takes an override of a page's own filter for one.</summary>
    private static bool IsHandler(HandlerMethodDescriptor handler) => handler.MethodInfo.GetBaseDefinition().DeclaringType != typeof(PageModel);

    /// <summary>What has to be filled in property by property: the type, without what may be missing or come several times, and theirs.</summary>
    private static HashSet<Type> Parts(Type type, bool deep = true)
    {
        var (found, open) = (new HashSet<Type>(), new Stack<Type>([type]));
        while (open.TryPop(out var next))
        {
            next = Nullable.GetUnderlyingType(next) ?? next;
            if (next.IsArray) open.Push(next.GetElementType()!);
            else if (next.IsGenericType) Array.ForEach(next.GetGenericArguments(), open.Push);
            else if (!next.IsPrimitive && !next.IsEnum && !Values.Contains(next) && found.Add(next) && deep)
                foreach (var property in next.GetProperties().Where(property => property.SetMethod is { IsPublic: true })) open.Push(property.PropertyType);
        }
        return found;
    }
}
