using System.Net;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Mails;
using EasyGig.Tests.Bookings;
using EasyGig.Tests.Searches;
using EasyGig.Web.Bookings;
using EasyGig.Web.Facts;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EasyGig.Tests.MailPreferences;

/// <summary>R38: people choose which mails they get; the bell rings all the same, and what binds is always sent.</summary>
public sealed class MailPreferenceTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const string Address = "/account/manage/mails";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void R38_every_fact_belongs_to_a_group_of_mails()
    {
        Assert.Equal(Enum.GetValues<FactKind>().Order(), MailGroups.Of.Keys.Order());
        Assert.Equal(Enum.GetValues<MailGroup>(), MailGroups.Of.Values.Distinct().Order());
    }

    [Fact]
    public async Task R38_what_is_switched_off_is_told_under_the_bell_alone_and_stands_in_the_history()
    {
        var night = await BookedNight.PendingAsync(app);
        var browser = await app.SignInAsync(night.Director);
        var page = await browser.OpenAsync(Address);
        Assert.Contains("Always sent", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A venue asks you to apply", page.Text, StringComparison.Ordinal); // that is for artists

        await browser.SubmitAsync(page, "Save", ("Wanted", (string[])["Applications", "Holds"]));
        Assert.Equal(["Applications", "Holds"], (await browser.OpenAsync(Address)).Document.QuerySelectorAll("input[checked]").Select(box => box.GetAttribute("value")!));

        await using (var scope = app.Services.CreateAsyncScope())
            Assert.Null(await scope.ServiceProvider.GetRequiredService<BookingDesk>().ApproveAsync(night.Booking, Reviewer.Promoter, Ct));
        var artist = await app.SignInAsync(night.Player);
        await artist.SubmitAsync(await artist.OpenAsync($"/bookings/{night.Booking}/messages"), "Send the message", ("Input.Text", "When is load-in?"));
        await artist.SubmitAsync(await artist.OpenAsync($"/bookings/{night.Booking}/terms"), "Put these terms forward", ("Input.Fee", "450"), ("Input.Clause", "Dinner at seven."));

        Assert.Equal((1, 1), await ToldAsync(night.Director, FactKind.Confirmed)); // what binds
        Assert.Equal((0, 1), await ToldAsync(night.Director, FactKind.MessageSent));
        Assert.Equal((0, 1), await ToldAsync(night.Director, FactKind.TermsProposed));
        var history = (await browser.OpenAsync($"/bookings/{night.Booking}")).Document.QuerySelector("#history")!.TextContent;
        Assert.Contains("Dora Conti (Blue Cellar), by a notice", history, StringComparison.Ordinal);
        var mail = await app.WithDbAsync(db => db.Mails.SingleAsync(m => m.PersonId == night.Director.Id, Ct));
        Assert.Contains("Which mails I get: http", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"{Address}\"", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R38_nobody_does_without_what_binds()
    {
        var (person, _) = await app.ArtistAsync();
        var browser = await app.SignInAsync(person);
        var page = await browser.OpenAsync(Address);
        await browser.PostAsync(page, Address); // not one is wanted
        await browser.PostAsync(page, Address, ("Wanted", "Nonsense"));
        var unwanted = await app.WithDbAsync(db => db.MailPreferences.Where(p => p.PersonId == person.Id).Select(p => p.Unwanted).ToListAsync(Ct));
        Assert.Equal(MailGroups.For([Roles.Artist]), unwanted.Order());
        Assert.DoesNotContain(MailGroup.Always, unwanted);

        await using var command = app.Site.CreateCommand($"INSERT INTO mail_preferences VALUES ('{person.Id}', 'always')");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct));
        Assert.Equal(MailRefusals.WhatBinds.Rule, refused.ConstraintName);
    }

    [Fact]
    public async Task R38_an_invitation_can_be_the_last_by_one_click_without_a_cookie()
    {
        var (director, venue) = await app.VenueAsync();
        var (person, artist) = await app.ArtistAsync($"Quartet {Guid.NewGuid().ToString("N")[..8]}");
        var browser = await app.SignInAsync(director);
        await InviteAsync(await app.SlotAsync(venue));
        var mail = await app.WithDbAsync(db => db.Mails.SingleAsync(m => m.PersonId == person.Id && m.Kind == "invited", Ct));
        var (anybody, click) = (app.Open(), new Uri(mail.Unsubscribe!).PathAndQuery);

        Assert.Contains("We write to you about: Invitations", (await anybody.OpenAsync(mail.Ending())).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.PostAsync(null, click)).Status);
        for (var time = 0; time < 2; time++) Assert.Equal(HttpStatusCode.OK, (await anybody.PostAsync(null, click, ("List-Unsubscribe", "One-Click"))).Status);
        Assert.Contains("We write to you no more about: Invitations", (await app.Open().OpenAsync(mail.Ending())).Text, StringComparison.Ordinal);

        await InviteAsync(await app.SlotAsync(venue, 40));
        Assert.Equal((1, 2), await ToldAsync(person, FactKind.Invited));

        async Task InviteAsync(Domain.Slots.Slot slot)
        {
            var found = await browser.OpenAsync($"/director/slots/{slot.Id}/invite?q={Uri.EscapeDataString(artist.Profile.Name)}");
            await browser.SubmitAsync(found, "Send the invitation", ("Input.Artist", artist.Slug));
        }
    }

    private async Task<(int Mails, int Notices)> ToldAsync(Person person, FactKind fact)
    {
        var kind = Domain.Word.Of(fact);
        return await app.WithDbAsync(async db => (
            await db.Mails.CountAsync(m => m.PersonId == person.Id && m.Kind == kind, Ct), await db.Notices.CountAsync(n => n.PersonId == person.Id && n.Fact == fact, Ct)));
    }
}
