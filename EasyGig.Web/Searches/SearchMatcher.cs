using EasyGig.Domain.Applications;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Slots;
using Npgsql;

namespace EasyGig.Web.Searches;

/// <summary>Which of a few slots searches find, by the very conditions of the search (<see cref="SlotQuestion"/>): many searches in one statement.</summary>
public sealed class SearchMatcher(NpgsqlDataSource database, SlotQuestions questions, GenreCatalogue genres, TimeProvider clock)
{
    /// <summary>So many searches are asked at once.</summary>
    private const int Batch = 50;

    /// <returns>By query, the slots that it finds and that take applications; those that go down their waiting list do not.</returns>
    public async Task<ILookup<string, Guid>> AmongAsync(IReadOnlyList<string> queries, Guid[] slots, CancellationToken ct)
    {
        List<(string Query, Guid Slot)> found = [];
        foreach (var batch in slots.Length > 0 ? queries.Chunk(Batch) : [])
        {
            var sql = new SqlText().Add($"WITH few AS MATERIALIZED (SELECT * FROM slots WHERE id = ANY({slots}) AND asked_until IS NULL)");
            for (var i = 0; i < batch.Length; i++)
            {
                var question = await questions.AskAsync(SlotAddress.Read(batch[i], genres), null, ct) with { Now = clock.GetUtcNow() + Application.Notice };
                if (i > 0) sql.Add($" UNION ALL");
                sql.Add($" SELECT {sql.Literal(i)}, s.id FROM few s WHERE ");
                question.AddConditions(sql);
            }
            found.AddRange(await sql.ReadAsync(database, row => (batch[row.GetInt32(0)], row.GetGuid(1)), ct));
        }
        return found.ToLookup(f => f.Query, f => f.Slot);
    }
}
