using System.Net;
using EasyGig.Domain.Mails;
using EasyGig.Domain.Searches;
using EasyGig.Tests.Clockwork;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Searches;

/// <summary>R38: whoever has such a mail ends it, without signing in, and by nothing but a click of their own.</summary>
public sealed class UnsubscribeTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public UnsubscribeTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R38_the_link_of_the_mail_asks_and_its_button_ends_the_mails_of_that_search()
    {
        var (_, search, mail) = await ToldAsync(60);
        var anybody = _app.Open();

        var page = await anybody.OpenAsync(mail.Ending());
        Assert.Contains("We write to you about: Rock nearby", page.Text, StringComparison.Ordinal);
        Assert.Equal(SearchAlert.AtOnce, (await _app.StoredAsync(search)).Alert);
        var done = await anybody.SubmitAsync(page, "No more of these mails");
        Assert.Contains("We write to you no more about: Rock nearby", done.Text, StringComparison.Ordinal);
        Assert.Equal(SearchAlert.None, (await _app.StoredAsync(search)).Alert);

        Assert.False((await anybody.OpenAsync(mail.Ending())).Has("No more of these mails"));
        Assert.Contains("We write to you no more about: Rock nearby", (await anybody.SubmitAsync(page, "No more of these mails")).Text, StringComparison.Ordinal); // twice
        await _app.WithDbAsync(db => db.Searches.Where(s => s.Id == search).ExecuteDeleteAsync(Ct));
        Assert.Contains("This link leads to no search and no mails any more", (await anybody.SubmitAsync(page, "No more of these mails")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R38_one_click_in_the_mail_program_ends_them_too()
    {
        var (_, search, mail) = await ToldAsync(70);
        var (program, address) = (_app.Open(), new Uri(mail.Unsubscribe!).PathAndQuery);

        Assert.StartsWith("/account/unsubscribe?token=", (await program.OpenAsync(address)).Path, StringComparison.Ordinal); // who opens it is asked
        Assert.Equal(HttpStatusCode.BadRequest, (await program.PostAsync(null, address)).Status);
        Assert.Equal(SearchAlert.AtOnce, (await _app.StoredAsync(search)).Alert);
        for (var time = 0; time < 2; time++) Assert.Equal(HttpStatusCode.OK, (await program.PostAsync(null, address, ("List-Unsubscribe", "One-Click"))).Status);
        Assert.Equal(SearchAlert.None, (await _app.StoredAsync(search)).Alert);
    }

    [Fact]
    public async Task R38_what_we_did_not_seal_ends_nothing()
    {
        var (person, search, mail) = await ToldAsync(80);
        var (anybody, token) = (_app.Open(), mail.Ending().Split('=')[1]);
        foreach (var wrong in (string[])["", "a", "%00", "%F0%9F%8E%B8", search.ToString(), person.Id.ToString(), $"{token[..^2]}{(token[^2] == 'A' ? 'B' : 'A')}{token[^1]}", token[..^4], new string('A', 4000)])
        {
            var page = await anybody.OpenAsync($"/account/unsubscribe?token={wrong}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("This link leads to no search and no mails any more", page.Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await anybody.PostAsync(null, $"/account/unsubscribe/one-click?token={wrong}", ("List-Unsubscribe", "One-Click"))).Status);
        }
        Assert.Equal(SearchAlert.AtOnce, (await _app.StoredAsync(search)).Alert);
    }

    [Fact]
    public async Task R38_a_click_that_cannot_be_read_ends_nothing_and_is_refused()
    {
        var (_, search, mail) = await ToldAsync(90);
        var (http, address) = (_app.CreateClient(), new Uri(new Uri(mail.Unsubscribe!).PathAndQuery, UriKind.Relative));
        var many = new FormUrlEncodedContent(Enumerable.Range(0, 2000).Select(n => KeyValuePair.Create($"key{n}", "1")).Append(new("List-Unsubscribe", "One-Click")));
        foreach (var broken in (HttpContent[])[Multipart("multipart/form-data"), Multipart("multipart/form-data; boundary="), Multipart("multipart/form-data; boundary=else"), Multipart("multipart/form-data; boundary=x", "--x\r\nContent"), many])
            Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(address, broken, Ct)).StatusCode);
        Assert.Equal(SearchAlert.AtOnce, (await _app.StoredAsync(search)).Alert);

        Assert.Equal(HttpStatusCode.OK, (await http.PostAsync(address, Multipart("multipart/form-data; boundary=x"), Ct)).StatusCode);
        Assert.Equal(SearchAlert.None, (await _app.StoredAsync(search)).Alert);
    }

    [Fact]
    public async Task R38_a_mail_provider_sends_the_clicks_of_all_its_readers_from_one_address()
    {
        var (_, search, mail) = await ToldAsync(100);
        var provider = _app.Open();
        for (var click = 0; click < 150; click++) Assert.Equal(HttpStatusCode.NotFound, (await provider.PostAsync(null, "/account/unsubscribe/one-click?token=old", ("List-Unsubscribe", "One-Click"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await provider.PostAsync(null, new Uri(mail.Unsubscribe!).PathAndQuery, ("List-Unsubscribe", "One-Click"))).Status);
        Assert.Equal(SearchAlert.None, (await _app.StoredAsync(search)).Alert);
    }

    [Fact]
    public async Task R38_the_page_needs_no_cookie()
    {
        var (_, search, mail) = await ToldAsync(110);
        var page = await _app.Open().OpenAsync(mail.Ending());
        Assert.Contains("We write to you no more about: Rock nearby", (await _app.Open().SubmitAsync(page, "No more of these mails")).Text, StringComparison.Ordinal); // as if in another browser
        Assert.Equal(SearchAlert.None, (await _app.StoredAsync(search)).Alert);
    }

    private static StringContent Multipart(string type, string body = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n")
    {
        var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    /// <summary>Somebody who keeps a search, and the mail about what it found.</summary>
    private async Task<(Person Person, Guid Search, OutgoingMail Mail)> ToldAsync(int inDays)
    {
        var (person, search) = await _app.SearcherAsync(inDays);
        await _app.PublishAsync(await _app.SlotAsync((await _app.VenueAsync()).Venue, inDays, draft: true));
        await _app.WindAsync(TestClock.Start.AddSeconds(10));
        return (person, search, Assert.Single(await _app.AlertsAsync(person)));
    }
}
