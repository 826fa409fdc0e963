using EasyGig.Domain;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests;

/// <summary>What is said in C# and what is said in SQL agree.</summary>
public sealed class AgreementTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    /// <summary>A constraint or a partial unique index that somebody named, a rule that a function refuses by, or the argument of the
    /// trigger that keeps the steps of a life. Names that PostgreSQL gives by itself end in _key or _fkey.</summary>
    [Fact]
    public async Task Every_rule_of_the_database_has_its_refusal_and_no_refusal_is_left_without_its_rule()
    {
        var kept = await app.WithDbAsync(db => db.Database.SqlQuery<string>($"""
            SELECT conname::text AS "Value" FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace AND (contype IN ('c', 'x') OR contype IN ('u', 'f') AND conname !~ '_f?key[0-9]*$')
            UNION
            SELECT c.relname::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND i.indpred IS NOT NULL
            UNION
            SELECT (regexp_matches(prosrc, 'refuse\(''([a-z_]+)''', 'g'))[1] FROM pg_proc WHERE pronamespace = 'public'::regnamespace
            UNION
            SELECT trim(trailing '\000' FROM encode(tgargs, 'escape')) FROM pg_trigger WHERE tgfoid = 'follow_steps'::regproc
            """).ToListAsync());

        Assert.Equal(Refusals.KeptByDatabase.Keys.Order(), kept.Order());
    }

    [Fact]
    public async Task Every_function_that_keeps_a_rule_is_called_by_a_trigger()
    {
        var idle = await app.WithDbAsync(db => db.Database.SqlQuery<string>($"""
            SELECT p.proname::text AS "Value" FROM pg_proc p
            WHERE p.pronamespace = 'public'::regnamespace AND p.prorettype = 'trigger'::regtype
              AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgfoid = p.oid AND t.tgenabled = 'O')
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
            """).ToListAsync());

        Assert.Empty(idle);
    }

    [Fact]
    public async Task R39_every_function_that_keeps_a_rule_says_where_its_tables_are()
    {
        var trusting = await app.WithDbAsync(db => db.Database.SqlQuery<string>($"""
            SELECT p.proname::text AS "Value" FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
            WHERE p.pronamespace = 'public'::regnamespace AND l.lanname = 'plpgsql'
              AND p.proconfig IS DISTINCT FROM ARRAY['search_path=pg_catalog, public, pg_temp']
            """).ToListAsync());

        Assert.Empty(trusting);
    }

    [Fact]
    public async Task R6_both_sides_know_the_same_minor_units()
    {
        var codes = (string[])["EUR", "USD", "JPY", "KWD", .. (await app.WithDbAsync(db => db.Countries.Select(c => c.Currency).ToListAsync())).OfType<string>().Distinct()];
        var digits = await app.WithDbAsync(db => db.Database.SqlQuery<int>($"""SELECT minor_digits(code) AS "Value" FROM unnest({codes}) WITH ORDINALITY c (code, place) ORDER BY place""").ToListAsync());

        Assert.Equal(codes.Select(Money.MinorDigits), digits);
    }

    [Fact]
    public async Task R7a_the_steps_that_the_trigger_reads_are_the_steps_of_the_domain()
    {
        var stored = await app.WithDbAsync(db => db.Database.SqlQuery<string>(
            $"""SELECT entity || ': ' || "from" || ' to ' || "to" AS "Value" FROM state_steps""").ToListAsync());

        Assert.Equal(Rules.Steps.Select(s => $"{s.Table}: {s.From} to {s.To}").Order(), stored.Order());
    }

    [Fact]
    public async Task Every_mapped_column_exists_with_its_type()
    {
        var columns = await app.WithDbAsync(db => db.Database.SqlQuery<string>($"""
            SELECT format('%s.%s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                          CASE WHEN a.attnotnull THEN 'not null' ELSE 'null' END) AS "Value"
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT a.attisdropped
            """).ToListAsync());

        var mapped = await app.WithDbAsync(db => Task.FromResult((
            from table in db.Model.GetRelationalModel().Tables
            from column in table.Columns
            select $"{table.Name}.{column.Name} {Canonical(column.StoreType)} {(column.IsNullable ? "null" : "not null")}").ToList()));

        Assert.NotEmpty(mapped);
        Assert.Empty(mapped.Except(columns));
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        var before = await DumpAsync();
        await app.MigrateAgainAsync();
        Assert.Equal(before, await DumpAsync());
    }

    private Task<List<string>> DumpAsync() => app.WithDbAsync(db => db.Database.SqlQuery<string>($"""
        SELECT 'function ' || p.oid::regprocedure || md5(p.prosrc) AS "Value" FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        UNION ALL SELECT 'constraint ' || c.conrelid::regclass || ' ' || pg_get_constraintdef(c.oid) FROM pg_constraint c WHERE c.connamespace = 'public'::regnamespace
        UNION ALL SELECT 'grant ' || grantee || ' ' || table_name || ' ' || privilege_type FROM information_schema.role_table_grants WHERE table_schema = 'public'
        UNION ALL SELECT 'cities ' || count(*) FROM cities
        ORDER BY 1
        """).ToListAsync());

    private static string Canonical(string type) => type.StartsWith("char(", StringComparison.Ordinal) ? $"character{type[4..]}" : type;
}
