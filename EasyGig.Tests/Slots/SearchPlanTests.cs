using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Slots;
using Npgsql;

namespace EasyGig.Tests.Slots;

/// <summary>What a search asks is answered by an index: a condition whose types differ from the column's finds the same rows, but reads them all.</summary>
public sealed class SearchPlanTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R8_the_best_paid_of_a_currency_come_out_of_the_index_in_order()
    {
        var plan = await PlanAsync(new() { Sort = SlotSort.Fee, Currency = "EUR" }, (sql, question) => SlotKeys.ByFee(sql, question, new((-500, TestClock.Start, Guid.Empty), Back: false), 21));

        Assert.Contains("slots_open_by_fee", plan);
        Assert.Contains("Index Cond: ((currency = ", plan);
        Assert.DoesNotContain("Sort", plan);
    }

    [Fact]
    public async Task R8_a_later_page_begins_where_the_one_before_ended()
    {
        var plan = await PlanAsync(new(), (sql, question) => SlotKeys.ByDate(sql, question, new((TestClock.Start, Guid.Empty), Back: false), 21));

        Assert.Matches(@"Index Cond: .*ROW\(starts_at, id\) >", plan);
        Assert.DoesNotContain("Sort", plan);
    }

    /// <summary>The plan for a table too large to be read whole or to be sorted.</summary>
    private async Task<string> PlanAsync(SlotSearch search, Func<SqlText, SlotQuestion, SlotKeys> keys)
    {
        await using var large = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(app.Owner.ConnectionString) { Options = "-c enable_seqscan=off -c enable_bitmapscan=off" });
        var sql = new SqlText();
        sql.Add($"EXPLAIN {keys(sql, new(search, TestClock.Start)).Text}");
        return string.Join('\n', await sql.ReadAsync(large, row => row.GetString(0), TestContext.Current.CancellationToken));
    }
}
