using Npgsql;

namespace EasyGig.Tests.Races;

/// <summary>Whether what is stored fits together: each question finds what must not be.</summary>
internal static class Books
{
    private static readonly (string What, string Sql)[] MustNotBe =
    [
        ("a booking beside its slot or its application",
            "SELECT b.id FROM bookings b JOIN slots s ON s.id = b.slot_id JOIN applications a ON a.id = b.application_id WHERE s.state <> 'booked' OR a.state <> 'accepted'"),
        ("a booked slot without its one booking",
            "SELECT id FROM slots s WHERE state = 'booked' AND (SELECT count(*) FROM bookings b WHERE b.slot_id = s.id) <> 1"),
        ("an accepted application without a booking",
            "SELECT id FROM applications a WHERE state = 'accepted' AND NOT EXISTS (SELECT FROM bookings b WHERE b.application_id = a.id)"),
        ("an artist in two places",
            "SELECT a.id FROM bookings a JOIN bookings b ON a.artist_id = b.artist_id AND a.id < b.id AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)"),
        ("a rival who still hopes, or one who waits for an open slot",
            "SELECT a.id FROM applications a JOIN slots s ON s.id = a.slot_id WHERE a.state = CASE s.state WHEN 'booked' THEN 'submitted' ELSE 'waitlisted' END"),
        ("a live application at the time of a confirmed booking",
            "SELECT a.id FROM applications a JOIN slots s ON s.id = a.slot_id JOIN bookings b ON b.artist_id = a.artist_id AND b.slot_id <> s.id AND b.starts_at < s.ends_at AND s.starts_at < b.ends_at "
            + "WHERE b.state = 'confirmed' AND a.state IN ('submitted', 'waitlisted')"),
        ("a fact that was recorded twice",
            "SELECT application_id, fact FROM audit GROUP BY 1, 2 HAVING count(*) > 1"),
        ("a state without its fact, or a fact without its state", """
            SELECT a.id FROM applications a LEFT JOIN bookings b ON b.application_id = a.id
            WHERE ARRAY(SELECT e.fact::text FROM audit e WHERE e.application_id = a.id AND e.fact IN ('accepted', 'confirmed', 'withdrew') ORDER BY e.fact)
                <> CASE WHEN b.state = 'confirmed' THEN ARRAY['accepted', 'confirmed'] WHEN b.state IS NOT NULL THEN ARRAY['accepted'] WHEN a.state = 'withdrawn' THEN ARRAY['withdrew'] ELSE ARRAY[]::text[] END
            """),
        ("a rival of a confirmed booking who was not told",
            "SELECT a.id FROM applications a JOIN bookings b ON b.slot_id = a.slot_id WHERE b.state = 'confirmed' AND a.state = 'waitlisted' AND NOT EXISTS (SELECT FROM audit e WHERE e.application_id = a.id AND e.fact = 'missed_out')"),
        ("a fact that another number of people were mailed than it concerns", """
            SELECT * FROM (
                SELECT e.slot_id, e.fact::text AS kind, sum(CASE e.fact WHEN 'confirmed' THEN artists + directors + promoters WHEN 'accepted' THEN promoters WHEN 'missed_out' THEN artists WHEN 'withdrew' THEN directors ELSE 0 END) AS readers
                FROM audit e LEFT JOIN bookings b ON b.id = e.booking_id
                CROSS JOIN LATERAL (SELECT (SELECT count(*) FROM artist_members m WHERE m.artist_id = e.artist_id AND m.person_id IS NOT NULL) AS artists,
                    (SELECT count(*) FROM venue_directors d WHERE d.venue_id = e.venue_id) AS directors, (SELECT count(*) FROM organisation_members o WHERE o.organisation_id = b.reviewer_id) AS promoters) r
                GROUP BY 1, 2) told
            FULL JOIN (SELECT slot_id, kind::text, count(*) AS mails FROM mails WHERE slot_id IS NOT NULL GROUP BY 1, 2) sent USING (slot_id, kind)
            WHERE coalesce(readers, 0) <> coalesce(mails, 0)
            """),
        ("another number of notices than of mails",
            "SELECT 1 WHERE (SELECT count(*) FROM notices) <> (SELECT count(*) FROM mails WHERE slot_id IS NOT NULL)"),
    ];

    public static async Task AssertBalancedAsync(NpgsqlDataSource owner)
    {
        foreach (var (what, sql) in MustNotBe)
        {
            await using var command = owner.CreateCommand($"SELECT count(*) FROM ({sql}) found");
            Assert.Equal((what, 0L), (what, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)));
        }
    }
}
