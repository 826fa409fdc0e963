using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace EasyGig.Tests;

/// <summary>A person at a page: opens it, reads it, fills in a form and sends it, antiforgery token and cookies included.</summary>
public sealed class Visitor(HttpClient http)
{
    /// <summary>Opens a path and follows redirects.</summary>
    public async Task<PageView> OpenAsync(string path) => await FollowAsync(await http.GetAsync(new Uri(path, UriKind.Relative), Ct), path);

    /// <summary>Fills in the form that has a button of that name and presses it. Fields keep what the page put in them.</summary>
    /// <param name="fields">Name and value; a list of values ticks or selects each.</param>
    public async Task<PageView> SubmitAsync(PageView page, string button, params (string Name, object Value)[] fields)
    {
        var (target, values, method) = Filled(page, button, fields);
        return await SendAsync(target, values, method);
    }

    /// <summary>The same, with files chosen in the field of that name.</summary>
    public async Task<PageView> UploadAsync(PageView page, string button, string field, IEnumerable<(string Name, byte[] Bytes)> files, params (string Name, object Value)[] fields)
    {
        Assert.Equal("multipart/form-data", page.Button(button).Form!.GetAttribute("enctype"));
        var (target, values, _) = Filled(page, button, fields);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in values.Where(pair => pair.Key != field)) content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files) content.Add(new ByteArrayContent(bytes), field, name);
        return await FollowAsync(await http.PostAsync(new Uri(target, UriKind.Relative), content, Ct), target);
    }

    /// <summary>Asks for something that is no page.</summary>
    public Task<HttpResponseMessage> FetchAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return http.SendAsync(request, Ct);
    }

    private static (string Target, List<KeyValuePair<string, string>> Values, string Method) Filled(PageView page, string button, (string Name, object Value)[] fields)
    {
        var pressed = page.Button(button);
        var form = pressed.Form ?? throw new InvalidOperationException($"The button {button} is in no form.");
        var values = Filled(form, pressed).ToList();
        foreach (var (name, value) in fields)
        {
            Assert.True(form.QuerySelector($"[name='{name}']") is not null, $"The form has no field {name}.");
            values.RemoveAll(pair => pair.Key == name);
            values.AddRange((value as IEnumerable<string> ?? [Text(value)]).Select(text => KeyValuePair.Create(name, text)));
        }
        var target = pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? page.Path;
        return (target.Length == 0 ? page.Path : target, values, form.Method);
    }

    /// <summary>What a list says, read from page to page to its end, and back again to see the same.</summary>
    /// <param name="rows">Which elements, as a CSS selector.</param>
    public Task<List<string>> WalkAsync(string path, string rows) => WalkAsync(path, rows, row => row.TextContent.Trim());

    public async Task<List<T>> WalkAsync<T>(string path, string rows, Func<IElement, T> read)
    {
        var there = await WalkAsync(path, rows, "next", read);
        var back = await WalkAsync(there.Last, rows, "prev", read);
        Assert.Equal(there.Pages.SelectMany(page => page), Enumerable.Reverse(back.Pages).SelectMany(page => page));
        return [.. there.Pages.SelectMany(page => page)];
    }

    private async Task<(List<List<T>> Pages, string Last)> WalkAsync<T>(string path, string rows, string rel, Func<IElement, T> read)
    {
        for (var pages = new List<List<T>>(); ;)
        {
            var page = await OpenAsync(path);
            pages.Add([.. page.Document.QuerySelectorAll(rows).Select(read)]);
            if (page.Document.QuerySelector($"a[rel={rel}]")?.GetAttribute("href") is not { } next) return (pages, path);
            path = next;
        }
    }

    /// <summary>Sends fields to a path that no page offers them for, with the token of a page that the person has open.</summary>
    /// <param name="from">Null for no token.</param>
    public Task<PageView> PostAsync(PageView? from, string path, params (string Name, string Value)[] fields)
    {
        var token = from?.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        return SendAsync(path, [new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))], "post");
    }

    private async Task<PageView> SendAsync(string target, IEnumerable<KeyValuePair<string, string>> values, string method)
    {
        if (!method.Equals("post", StringComparison.OrdinalIgnoreCase))
            return await OpenAsync($"{target.Split('?')[0]}?{await new FormUrlEncodedContent(values).ReadAsStringAsync(Ct)}");
        using var content = new FormUrlEncodedContent(values);
        return await FollowAsync(await http.PostAsync(new Uri(target, UriKind.Relative), content, Ct), target);
    }

    private async Task<PageView> FollowAsync(HttpResponseMessage response, string path)
    {
        while (response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther or HttpStatusCode.RedirectKeepVerb)
        {
            path = response.Headers.Location!.IsAbsoluteUri ? response.Headers.Location.PathAndQuery : response.Headers.Location.ToString();
            response = await http.GetAsync(new Uri(path, UriKind.Relative), Ct);
        }
        var html = await response.Content.ReadAsStringAsync(Ct);
        return new(response.StatusCode, path, await new HtmlParser().ParseDocumentAsync(html, Ct)) { Response = response };
    }

    private static IEnumerable<KeyValuePair<string, string>> Filled(IHtmlFormElement form, IHtmlElement pressed)
    {
        foreach (var field in form.Elements)
        {
            var pairs = field switch
            {
                IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" } => [],
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
                IHtmlInputElement input => [input.Value],
                IHtmlTextAreaElement area => [area.Value],
                IHtmlSelectElement select => select.SelectedOptions.Select(option => option.Value),
                _ => (IEnumerable<string>)[],
            };
            foreach (var value in pairs)
                if (field.GetAttribute("name") is { Length: > 0 } name) yield return new(name, value);
        }
        if (pressed.GetAttribute("name") is { Length: > 0 } own) yield return new(own, pressed.GetAttribute("value") ?? "");
    }

    private static string Text(object value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}

/// <summary>A page as it was answered.</summary>
/// <param name="Path">Where the person ended up, with the query.</param>
public sealed record PageView(HttpStatusCode Status, string Path, IHtmlDocument Document)
{
    public required HttpResponseMessage Response { get; init; }

    /// <summary>What a person reads, white space folded.</summary>
    public string Text { get; } = string.Join(' ', (Document.Body?.TextContent ?? "").Split(null as char[], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The sentence beside a field; empty when it has none.</summary>
    public string ErrorOf(string field) => Document.QuerySelector($"[data-valmsg-for='{field}']")?.TextContent.Trim() ?? "";

    /// <summary>A button by what it says.</summary>
    public IHtmlButtonElement Button(string text) => Document.QuerySelectorAll<IHtmlButtonElement>("button").FirstOrDefault(b => b.TextContent.Trim() == text || b.GetAttribute("aria-label") == text)
        ?? throw new InvalidOperationException($"{Path} ({Status}) has no button '{text}', only: {string.Join(", ", Document.QuerySelectorAll("button").Select(b => b.TextContent.Trim()))}");

    public bool Has(string button) => Document.QuerySelectorAll("button").Any(b => b.TextContent.Trim() == button);
}
