using EasyGig.Domain.Applications;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Races;

/// <summary>Where the database breaks a tie between two who wait for each other.</summary>
public sealed class TieTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R14_a_tie_that_the_database_breaks_is_decided_anew_and_nobody_reads_of_it()
    {
        var (director, venue) = await app.VenueAsync();
        var application = await app.ApplicationAsync(await app.SlotAsync(venue), (await app.ArtistAsync()).Artist);
        await using (var command = app.Owner.CreateCommand("""
            CREATE SEQUENCE ties; GRANT USAGE ON SEQUENCE ties TO PUBLIC;
            CREATE FUNCTION tie() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF nextval('ties') < 3 THEN RAISE EXCEPTION 'a tie' USING ERRCODE = 'deadlock_detected'; END IF; RETURN NEW; END $$;
            CREATE TRIGGER tie BEFORE UPDATE OF state ON applications FOR EACH ROW EXECUTE FUNCTION tie()
            """)) await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var browser = await app.SignInAsync(director);

        var page = await browser.SubmitAsync(await browser.OpenAsync($"/director/applications/{application.Id}"), "Shortlist");

        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        Assert.Equal(ApplicationState.Shortlisted, await app.WithDbAsync(db => db.Applications.Where(a => a.Id == application.Id).Select(a => a.State).SingleAsync()));
    }
}
