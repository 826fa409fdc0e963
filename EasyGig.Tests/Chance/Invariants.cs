namespace EasyGig.Tests.Chance;

/// <summary>What must always hold, whoever did what in which order (docs/rules.md). Each question finds what must not be.</summary>
internal static class Invariants
{
    public static readonly (string Holds, string MustNotBe)[] All =
    [
        ("A stage and an artist have one active booking at a time", """
            SELECT a.id FROM bookings a JOIN bookings b ON a.id < b.id AND a.is_active AND b.is_active
            WHERE a.stage_id = b.stage_id AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at) OR a.artist_id = b.artist_id AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
            """),
        ("A slot is booked while exactly one booking of it stands, and played when that was", """
            SELECT s.id FROM slots s CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE state IN ('pending_review', 'confirmed')) AS stand, count(*) FILTER (WHERE state IN ('played', 'settled')) AS played FROM bookings b WHERE b.slot_id = s.id) n
            WHERE (s.state = 'booked') <> (n.stand = 1) OR (s.state = 'played') <> (n.played = 1) OR n.stand > 1
            """),
        ("An application is accepted while its booking stands or was played", """
            SELECT a.id FROM applications a WHERE (a.state = 'accepted') <> EXISTS (SELECT FROM bookings b WHERE b.application_id = a.id AND b.is_active)
            """),
        ("An offer stands while its application is offered, and no other", """
            SELECT a.id FROM applications a WHERE (a.state = 'offered')::int <> (SELECT count(*) FROM offers o WHERE o.application_id = a.id AND o.state = 'standing')
            """),
        ("Who hopes for a slot hopes for one that is open or booked", """
            SELECT a.id FROM applications a JOIN slots s ON s.id = a.slot_id WHERE a.is_live AND a.state <> 'accepted' AND s.state NOT IN ('open', 'booked')
            """),
        ("Beside a booking everybody else waits", """
            SELECT a.id FROM applications a JOIN slots s ON s.id = a.slot_id WHERE s.state = 'booked' AND a.is_live AND a.state NOT IN ('accepted', 'waitlisted')
            """),
        ("Nobody hopes for a time at which they are confirmed", """
            SELECT a.id FROM applications a JOIN slots s ON s.id = a.slot_id JOIN bookings b ON b.artist_id = a.artist_id AND b.slot_id <> s.id AND b.state = 'confirmed' AND b.starts_at < s.ends_at AND s.starts_at < b.ends_at
            WHERE a.is_live AND a.state <> 'accepted'
            """),
        ("A waiting list asks one at a time, of a slot that says so", """
            SELECT s.id FROM offers o JOIN applications a ON a.id = o.application_id JOIN slots s ON s.id = a.slot_id WHERE o.state = 'standing' AND o.due_at IS NOT NULL
            GROUP BY s.id HAVING count(*) > 1 OR s.asked_until IS NULL OR s.state <> 'open'
            """),
        ("Nobody else has an offer of a slot that goes down its waiting list", """
            SELECT o.id FROM offers o JOIN applications a ON a.id = o.application_id JOIN slots s ON s.id = a.slot_id WHERE o.state = 'standing' AND o.due_at IS NULL AND s.asked_until IS NOT NULL
            """),
        ("A booking's terms are those that were agreed last, under their fingerprint", """
            SELECT b.id FROM bookings b JOIN LATERAL (SELECT * FROM booking_versions v WHERE v.booking_id = b.id AND v.state = 'agreed' ORDER BY number DESC LIMIT 1) v ON true
            WHERE v.fee <> b.fee OR v.fingerprint <> terms_fingerprint(b, (SELECT x FROM booking_versions x WHERE x.id = v.id))
            """),
        ("What happened is in the trail as often as it happened", """
            SELECT b.id FROM bookings b CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE fact = 'accepted') AS accepted, count(*) FILTER (WHERE fact = 'confirmed') AS confirmed, count(*) FILTER (WHERE fact = 'rejected') AS rejected,
                       count(*) FILTER (WHERE fact IN ('cancelled', 'released', 'not_released')) AS cancelled, count(*) FILTER (WHERE fact = 'played') AS played, count(*) FILTER (WHERE fact = 'no_show') AS no_show,
                       count(*) FILTER (WHERE fact = 'strike_given') AS strikes FROM audit e WHERE e.booking_id = b.id) e
            WHERE (e.accepted, e.confirmed, e.rejected, e.cancelled, e.played, e.no_show) <> (1, (b.confirmed_at IS NOT NULL)::int, (b.state = 'rejected')::int, (b.state = 'cancelled')::int, (b.state IN ('played', 'settled'))::int, (b.state = 'no_show')::int)
               OR e.strikes <> (SELECT count(*) FROM strikes s WHERE s.booking_id = b.id)
            """),
        ("A confirmation is mailed once to each person of its sides", """
            SELECT m.booking_id FROM mails m WHERE m.kind IN ('confirmed', 'rejected', 'cancelled', 'played') GROUP BY m.booking_id, m.person_id, m.kind HAVING count(*) > 1
            """),
        ("Every mail about a slot has its notice", """
            SELECT 1 WHERE (SELECT count(*) FROM mails WHERE slot_id IS NOT NULL) <> (SELECT count(*) FROM notices)
            """),
        ("What waits for its time is exactly what the tables say", """
            (SELECT kind, subject, due_at FROM awaited EXCEPT SELECT kind, subject, due_at FROM deadlines) UNION ALL (SELECT kind, subject, due_at FROM deadlines WHERE ran_at IS NULL EXCEPT SELECT kind, subject, due_at FROM awaited)
            """),
    ];

    public static async Task AssertAsync(EasyGigApp app)
    {
        foreach (var (holds, mustNotBe) in All)
        {
            await using var command = app.Owner.CreateCommand($"SELECT count(*) FROM ({mustNotBe}) found");
            Assert.Equal((holds, 0L), (holds, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)));
        }
    }
}
