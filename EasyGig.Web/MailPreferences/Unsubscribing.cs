namespace EasyGig.Web.MailPreferences;

/// <summary>Where mails are ended that have a link for it: a page for people, and the one click of a mail program (RFC 8058).</summary>
internal static class Unsubscribing
{
    public const string Click = "/account/unsubscribe/one-click";

    public static string Page(string token) => $"/account/unsubscribe?token={token}";

    public static string OneClick(string token) => $"{Click}?token={token}";

    /// <summary>It asks for no sign-in and no cookie: what it carries is the permission. A mail program that opens it as a page is led to that of people, which only asks.</summary>
    public static void MapUnsubscribe(this IEndpointRouteBuilder app) => app.MapMethods(Click, [HttpMethods.Get, HttpMethods.Post], async (string? token, HttpRequest request, UnsubscribeToken tokens, Mailings mailings, CancellationToken ct) =>
    {
        if (HttpMethods.IsGet(request.Method)) return Results.Redirect(Page(Uri.EscapeDataString(token ?? "")));
        if (tokens.Open(token) is not { } mailing) return Results.NotFound();
        if (!await IsClickAsync(request, ct)) return Results.BadRequest();
        await mailings.EndAsync(mailing, ct);
        return Results.Ok();
    });

    /// <summary>Whether it says what a mail program says; a form that cannot be read says nothing.</summary>
    private static async Task<bool> IsClickAsync(HttpRequest request, CancellationToken ct)
    {
        try { return request.HasFormContentType && (await request.ReadFormAsync(ct))["List-Unsubscribe"] == "One-Click"; }
        catch (Exception e) when (e is InvalidDataException or IOException) { return false; }
    }
}
