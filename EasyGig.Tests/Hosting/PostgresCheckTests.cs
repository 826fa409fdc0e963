using EasyGig.Web.Hosting.Postgres;

namespace EasyGig.Tests.Hosting;

public sealed class PostgresCheckTests(PgFixture pg)
{
    private static readonly HashSet<string> All = ["btree_gist", "cube", "earthdistance", "pg_trgm", "plpgsql", "unaccent"];

    [Fact]
    public async Task The_server_of_this_run_will_do() =>
        await PostgresCheck.RunAsync(PgFixture.ForSite(await pg.NewDatabaseAsync()), TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("15.0", null)]
    [InlineData("18.1", null)]
    [InlineData("14.2", "EasyGig needs PostgreSQL 15 or newer; this server is 14.2.")]
    public void The_version_counts(string version, string? why) => Assert.Equal(why, PostgresCheck.WhyNot(Version.Parse(version), All));

    [Fact]
    public void What_contrib_would_bring_is_named() => Assert.Equal(
        "EasyGig needs the PostgreSQL extensions cube, earthdistance, which this server lacks: install its contrib package.",
        PostgresCheck.WhyNot(new(16, 1), All.Except(["cube", "earthdistance"]).ToHashSet()));
}
