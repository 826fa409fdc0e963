using System.Net;
using EasyGig.Domain.Artists;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Artists;

public sealed class ProfilePageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const string Save = "Save the profile";

    private static (string, object)[] Filled(string name, params (string Name, object Value)[] other) =>
    [
        .. ((string Name, object Value)[])
        [
            ("Input.Name", name), ("Input.City", "Bologna"), ("Input.Genres", new[] { "rock", "alternative-rock" }), ("Input.Fee", "350.50"),
            ("Input.Links", "https://example.org/a\nhttp://example.org/b"), ("Input.LineUp", "Ada Rossi – voice\nBruno\nEva-Maria - double bass"),
        ] is var all ? all.ExceptBy(other.Select(o => o.Name), field => field.Name) : [],
        .. other,
    ];

    private Task<Artist?> FindAsync(string name) => app.WithDbAsync(db => db.Artists.SingleOrDefaultAsync(a => a.Profile.Name == name));

    [Fact]
    public async Task R2_a_new_artist_is_asked_who_plays_and_is_there_for_everybody()
    {
        var visitor = await app.SignInAsync(await app.PersonAsync("Artist"));
        var today = await visitor.OpenAsync("/artist");
        Assert.NotNull(today.Document.QuerySelector("a[href='/artist/profile']"));

        var done = await visitor.SubmitAsync(await visitor.OpenAsync("/artist/profile"), Save, Filled("Fanfare Ciocărlia"));

        Assert.Contains("Your profile is ready.", done.Text);
        var artist = (await FindAsync("Fanfare Ciocărlia"))!;
        Assert.Equal(("fanfare-ciocarlia", 350.50m, "EUR", 3181928), (artist.Slug, artist.Profile.Fee.Amount, artist.Profile.Fee.Currency, artist.Profile.Home.CityId));
        Assert.Equal([("Ada Rossi", "voice"), ("Bruno", ""), ("Eva-Maria", "double bass")],
            artist.Members.Where(m => m.PersonId is null).Select(m => (m.Name, m.Plays)).Order());
        Assert.Contains("Eva-Maria – double bass", (await app.Open().OpenAsync("/artists/fanfare-ciocarlia")).Text);
    }

    [Fact]
    public async Task R2_the_same_name_gets_another_address()
    {
        var visitor = await app.SignInAsync(await app.PersonAsync("Artist"));
        await visitor.SubmitAsync(await visitor.OpenAsync("/artist/profile"), Save, Filled("Same Name"));
        await visitor.SubmitAsync(await visitor.OpenAsync("/artist/profile?add=true"), Save, Filled("Same Name"));
        var slugs = await app.WithDbAsync(db => db.Artists.Where(a => a.Profile.Name == "Same Name").OrderBy(a => a.Slug).Select(a => a.Slug).ToListAsync());
        Assert.Equal(2, slugs.Count);
        Assert.Equal("same-name", slugs[0]);
        Assert.Matches("^same-name-[0-9a-f]{4}$", slugs[1]);
    }

    [Fact]
    public async Task R2_a_profile_is_changed_and_keeps_its_address()
    {
        var (person, artist) = await app.ArtistAsync();
        var visitor = await app.SignInAsync(person);
        var page = await visitor.OpenAsync("/artist/profile");
        Assert.Equal("Bologna (BO)", page.Document.QuerySelector("#Input_City")!.GetAttribute("value"));

        var done = await visitor.SubmitAsync(page, Save, ("Input.Name", "Zenith Quartet"), ("Input.Bio", "Now four."));

        Assert.Contains("Your profile is saved.", done.Text);
        var stored = await app.WithDbAsync(db => db.Artists.SingleAsync(a => a.Id == artist.Id));
        Assert.Equal((artist.Slug, "Zenith Quartet", "Now four."), (stored.Slug, stored.Profile.Name, stored.Profile.Bio));
        Assert.DoesNotContain("Zenith Trio", (await app.Open().OpenAsync($"/artists/{artist.Slug}")).Text);

        var late = await visitor.SubmitAsync(page, Save, ("Input.Bio", "From an older page."));
        Assert.Contains("Somebody changed this while you were looking", late.Text);
    }

    [Fact]
    public async Task R2d_of_two_changes_of_the_line_up_alone_the_later_is_refused()
    {
        var (person, artist) = await app.ArtistAsync();
        var visitor = await app.SignInAsync(person);
        var page = await visitor.OpenAsync("/artist/profile");
        await visitor.SubmitAsync(page, Save, ("Input.LineUp", "Bruno – drums"));

        var late = await visitor.SubmitAsync(page, Save, ("Input.LineUp", "Carla – bass"));

        Assert.Contains("Somebody changed this while you were looking", late.Text);
        Assert.NotNull(late.Document.QuerySelector($".validation-summary a[href='/artist/profile?artist={artist.Id}']"));
        Assert.Equal(["Bruno"], await app.WithDbAsync(db => db.Artists.Where(a => a.Id == artist.Id).SelectMany(a => a.Members).Where(m => m.PersonId == null).Select(m => m.Name).ToListAsync()));
    }

    [Theory]
    [InlineData("Input.Name", "")]
    [InlineData("Input.City", "Atlantis")]
    [InlineData("Input.City", "Castro")]
    [InlineData("Input.Fee", "-1")]
    [InlineData("Input.Fee", "1e40")]
    [InlineData("Input.Fee", "10.123")]
    [InlineData("Input.Currency", "XXX")]
    [InlineData("Input.Links", "")]
    [InlineData("Input.Links", "javascript:alert(1)")]
    [InlineData("Input.Links", "https://example.org/1\nnot a link")]
    [InlineData("Input.Genres", "")]
    [InlineData("Input.Genres", "nonsense")]
    [InlineData("Input.Kind", "99")]
    public async Task R2_what_cannot_be_is_said_beside_the_field(string field, string value)
    {
        var visitor = await app.SignInAsync(await app.PersonAsync("Artist"));
        var refused = await visitor.SubmitAsync(await visitor.OpenAsync("/artist/profile"), Save, Filled("Refused", (field, value)));
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.NotEqual("", refused.ErrorOf(field));
        Assert.Null(await FindAsync("Refused"));
    }

    [Fact]
    public async Task R2_six_genres_nine_links_and_long_texts_are_too_many()
    {
        var visitor = await app.SignInAsync(await app.PersonAsync("Artist"));
        var page = await visitor.OpenAsync("/artist/profile");
        var slugs = page.Document.QuerySelectorAll("[name='Input.Genres']").Take(6).Select(box => box.GetAttribute("value")!).ToArray();

        Assert.Contains("one to five", (await visitor.SubmitAsync(page, Save, Filled("Refused", ("Input.Genres", slugs)))).ErrorOf("Input.Genres"));
        Assert.Contains("eight links at most", (await visitor.SubmitAsync(page, Save, Filled("Refused", ("Input.Links", string.Join('\n', Enumerable.Range(0, 9).Select(i => $"https://example.org/{i}")))))).ErrorOf("Input.Links"));
        Assert.NotEqual("", (await visitor.SubmitAsync(page, Save, Filled("Refused", ("Input.Bio", new string('a', 10_000))))).ErrorOf("Input.Bio"));
        Assert.Contains("Line 2", (await visitor.SubmitAsync(page, Save, Filled("Refused", ("Input.LineUp", $"Ada\n{new string('b', 200)}")))).ErrorOf("Input.LineUp"));
        Assert.Null(await FindAsync("Refused"));
    }

    [Fact]
    public async Task R2_nobody_changes_somebody_elses_artist()
    {
        var (_, foreign) = await app.ArtistAsync("Foreign Band");
        var (person, _) = await app.ArtistAsync("Own Band");
        var visitor = await app.SignInAsync(person);
        var page = await visitor.OpenAsync("/artist/profile");

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/artist/profile?artist={foreign.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(page, $"/artist/profile?artist={foreign.Id}", ("Input.Name", "Stolen"))).Status);
        Assert.NotNull(await FindAsync("Foreign Band"));
    }
}
