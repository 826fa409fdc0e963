using Npgsql;

namespace EasyGig.Tests.Hosting;

public sealed class SiteRoleTests(PgFixture pg)
{
    [Fact]
    public async Task The_site_signs_in_as_a_role_that_may_not_change_the_schema()
    {
        await using var source = NpgsqlDataSource.Create(PgFixture.ForSite(await pg.NewDatabaseAsync()));
        await using var create = source.CreateCommand("CREATE TABLE public.mine (id int)");
        var e = await Assert.ThrowsAsync<PostgresException>(() => create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
    }
}
