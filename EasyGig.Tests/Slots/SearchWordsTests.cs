using System.Text.Json;
using EasyGig.Domain.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Slots;

/// <summary>Free text, and the names of places, as people type them.</summary>
public sealed class SearchWordsTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Theory]
    [InlineData("Città Vecchia", "citta")]
    [InlineData("Città Vecchia", "CITTÀ vecchia")]
    [InlineData("Nightingale Rooms", "nightingael")]
    [InlineData("Nightingale Rooms", "nightin")]
    [InlineData("Nightingale Rooms", "room")]
    [InlineData("Circolo Aurora", "circoli")]
    [InlineData("Circolo Aurora", "aurora cantautori")]
    [InlineData("Circolo Aurora", "the aurora songwriters")]
    public async Task R8_text_is_found_in_names_and_descriptions_whatever_the_accents_the_ending_and_a_slip_of_the_finger(string venue, string typed)
    {
        await SceneAsync();
        Assert.Equal([venue], await FoundAsync(typed));
    }

    [Theory]
    [InlineData("zzzzzz")]
    [InlineData("aurora nightingale")]
    public async Task R8_every_word_counts(string typed)
    {
        await SceneAsync();
        Assert.Empty(await FoundAsync(typed));
    }

    [Theory]
    [InlineData("'")]
    [InlineData("& | ! ( ) : *")]
    [InlineData("\\ '' \\' :* <->")]
    [InlineData("the of and")]
    public async Task R8_text_without_a_word_narrows_nothing_down(string typed)
    {
        await SceneAsync();
        Assert.True((await FoundAsync(typed)).Count >= 3);
    }

    [Fact]
    public async Task R8_a_venue_that_changes_its_name_is_found_under_the_new_one()
    {
        var (_, venue) = await app.VenueAsync("Oldname");
        await app.SlotAsync(venue, 50);
        await app.WithDbAsync(async db =>
        {
            var stored = await db.Venues.SingleAsync(v => v.Id == venue.Id);
            stored.Describe(stored.Profile with { Name = "Freshname", TimeZone = "Asia/Tokyo" });
            return await db.SaveChangesAsync();
        });

        Assert.Equal(["Freshname"], await FoundAsync("freshname"));
        Assert.Empty(await FoundAsync("oldname"));
        Assert.Equal(9, await app.WithDbAsync(db => db.Database.SqlQuery<int>($"""SELECT extract(hour FROM local_start - starts_at AT TIME ZONE 'UTC')::integer AS "Value" FROM slots WHERE venue_id = {venue.Id}""").SingleAsync()));
    }

    [Theory]
    [InlineData("bolo", "Bologna (BO)")]
    [InlineData("BOLOGNA (B", "Bologna (BO)")]
    [InlineData("münch", "München (BY)")]
    [InlineData("Munich", "München (BY)")]
    [InlineData("geneve", "Genève (GE)")]
    [InlineData("Bolonga", "Bologna (BO)")]
    public async Task R8_a_city_is_suggested_while_it_is_typed(string typed, string city)
    {
        var answer = await app.Open().OpenAsync($"/places?q={Uri.EscapeDataString(typed)}");
        Assert.Equal(city.Split(' ')[0], JsonSerializer.Deserialize<string[]>(await answer.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))![0].Split(' ')[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("b")]
    [InlineData("%25")]
    [InlineData("__")]
    [InlineData("%00abc")]
    [InlineData("%EF%BF%BEabc")]
    [InlineData("zzzzzz")]
    public async Task R8_nothing_is_suggested_for_what_is_no_city(string typed)
    {
        var answer = await app.Open().OpenAsync($"/places?q={typed}");
        Assert.Equal("[]", await answer.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<IReadOnlyList<string>> FoundAsync(string typed)
    {
        var page = await app.Open().OpenAsync($"/slots?q={Uri.EscapeDataString(typed)}");
        return [.. page.Document.QuerySelectorAll("h2.visually-hidden + .stack .row-card-title").Select(title => title.TextContent.Trim())];
    }

    private async Task SceneAsync()
    {
        if (await app.WithDbAsync(db => db.Venues.AnyAsync(v => v.Profile.Name == "Città Vecchia"))) return;
        foreach (var (name, notes) in (IEnumerable<(string, string)>)[("Città Vecchia", "Blues."), ("Nightingale Rooms", "Blues."), ("Circolo Aurora", "Serata per cantautori; songwriters are welcome.")])
        {
            var (_, venue) = await app.VenueAsync(name);
            var slot = await app.SlotAsync(venue, 40, draft: true);
            await app.WithDbAsync(async db =>
            {
                var stored = await db.Slots.SingleAsync(s => s.Id == slot.Id);
                stored.Change(venue.Stages[0], stored.Time, stored.Terms with { Notes = notes }, [], TestClock.Start);
                stored.Publish(TestClock.Start);
                return await db.SaveChangesAsync();
            });
        }
    }
}
