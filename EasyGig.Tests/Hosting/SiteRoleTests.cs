using Npgsql;

namespace EasyGig.Tests.Hosting;

/// <summary>A database that was just migrated: what the site's user may do in it, and who is there.</summary>
public sealed class SiteRoleTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Theory]
    [InlineData("CREATE TABLE public.mine (id int)")]
    [InlineData("TRUNCATE people CASCADE")]
    [InlineData("ALTER TABLE people ADD COLUMN mine int")]
    [InlineData("CREATE TRIGGER mine BEFORE INSERT ON slots EXECUTE FUNCTION follow_steps()")]
    [InlineData("CREATE ROLE mine")]
    [InlineData("COPY people TO PROGRAM 'cat'")]
    [InlineData("SELECT pg_read_file('/etc/hostname')")]
    public async Task The_site_signs_in_as_a_role_that_may_not_change_the_schema(string sql)
    {
        await using var command = app.Site.CreateCommand(sql);
        var e = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
    }

    [Theory]
    [InlineData("SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls FROM pg_roles WHERE rolname = current_user")]
    [InlineData("SELECT EXISTS (SELECT FROM pg_class WHERE relowner = current_user::regrole) OR EXISTS (SELECT FROM pg_auth_members WHERE member = current_user::regrole)")]
    [InlineData("SELECT EXISTS (SELECT FROM people)")]
    public async Task The_role_is_nothing_special_owns_nothing_and_there_is_no_account_that_nobody_opened(string sql)
    {
        await using var command = app.Site.CreateCommand(sql);
        Assert.Equal(false, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }
}
