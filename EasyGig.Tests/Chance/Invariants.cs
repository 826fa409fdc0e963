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
        ("An application is accepted while its booking stands, and after its evening", """
            SELECT a.id FROM applications a WHERE (a.state = 'accepted') <> EXISTS (SELECT FROM bookings b WHERE b.application_id = a.id AND (b.is_active OR b.state = 'no_show'))
            """),
        ("An offer stands while its application is offered, and no other", """
            SELECT a.id FROM applications a WHERE (a.state = 'offered')::int <> (SELECT count(*) FROM offers o WHERE o.application_id = a.id AND o.state = 'standing')
            """),
        ("Who hopes for a slot hopes for one that is open or booked", """
            SELECT a.id FROM applications a JOIN slots s ON s.id = a.slot_id WHERE a.is_live AND a.state <> 'accepted' AND s.state NOT IN ('open', 'booked')
            """),
        ("Beside a booking everybody else waits, but for those of a group, who hear of it when it is confirmed", """
            SELECT a.id FROM applications a JOIN slots s ON s.id = a.slot_id WHERE s.state = 'booked' AND a.is_live AND a.state NOT IN ('accepted', 'waitlisted') AND a.group_id IS NULL
            """),
        ("Nobody hopes for a time at which they are confirmed", """
            SELECT a.id FROM applications a JOIN slots s ON s.id = a.slot_id JOIN bookings b ON b.artist_id = a.artist_id AND b.slot_id <> s.id AND b.state = 'confirmed' AND b.starts_at < s.ends_at AND s.starts_at < b.ends_at
            WHERE a.is_live AND a.state <> 'accepted'
            """),
        ("A waiting list asks one at a time, of a slot that says so", """
            SELECT s.id FROM offers o JOIN applications a ON a.id = o.application_id JOIN slots s ON s.id = a.slot_id WHERE o.state = 'standing' AND o.listed
            GROUP BY s.id HAVING count(*) > 1 OR s.asked_until IS NULL OR s.state <> 'open'
            """),
        ("Nobody else has an offer of a slot that goes down its waiting list", """
            SELECT o.id FROM offers o JOIN applications a ON a.id = o.application_id JOIN slots s ON s.id = a.slot_id WHERE o.state = 'standing' AND NOT o.listed AND s.asked_until IS NOT NULL
            """),
        ("A booking's terms are those that were agreed last, under their fingerprint", """
            SELECT b.id FROM bookings b JOIN LATERAL (SELECT * FROM booking_versions v WHERE v.booking_id = b.id AND v.state = 'agreed' ORDER BY number DESC LIMIT 1) v ON true
            WHERE v.fee <> b.fee OR v.fingerprint <> terms_fingerprint(b, (SELECT x FROM booking_versions x WHERE x.id = v.id))
            """),
        ("What happened is in the trail as often as it happened", """
            SELECT b.id FROM bookings b CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE fact = 'accepted') AS accepted, count(*) FILTER (WHERE fact = 'confirmed') AS confirmed, count(*) FILTER (WHERE fact IN ('rejected', 'review_lapsed')) AS rejected,
                       count(*) FILTER (WHERE fact IN ('cancelled', 'released', 'not_released', 'release_lapsed')) AS cancelled, count(*) FILTER (WHERE fact = 'played') AS played, count(*) FILTER (WHERE fact = 'no_show') AS no_show,
                       count(*) FILTER (WHERE fact = 'strike_given') AS strikes FROM audit e WHERE e.booking_id = b.id) e
            WHERE (e.accepted, e.confirmed, e.rejected, e.cancelled, e.played, e.no_show) <> (1, (b.confirmed_at IS NOT NULL)::int, (b.state = 'rejected')::int, (b.state = 'cancelled')::int, (b.state IN ('played', 'settled'))::int, (b.state = 'no_show')::int)
               OR e.strikes <> (SELECT count(*) FROM strikes s WHERE s.booking_id = b.id)
            """),
        ("A confirmation is mailed once to each person of its sides", """
            SELECT m.booking_id FROM mails m WHERE m.kind IN ('confirmed', 'rejected', 'review_lapsed', 'cancelled', 'release_lapsed', 'played') GROUP BY m.booking_id, m.person_id, m.kind HAVING count(*) > 1
            """),
        ("Every mail has its notice", """
            SELECT 1 WHERE (SELECT count(*) FROM mails) <> (SELECT count(*) FROM notices)
            """),
        ("The holds of a date have ranks from one on, and who is asked is asked by the challenge that runs", """
            SELECT stage_id FROM holds WHERE is_live GROUP BY stage_id, "date" HAVING count(*) <> max(rank) OR count(DISTINCT rank) <> count(*)
                OR count(*) FILTER (WHERE state = 'challenged') <> (SELECT count(*) FROM challenges c WHERE c.stage_id = holds.stage_id AND c."date" = holds."date" AND c.state = 'running')
            """),
        ("Nobody holds a date that is confirmed for another", """
            SELECT h.id FROM holds h JOIN bookings b ON b.stage_id = h.stage_id AND b.state = 'confirmed' AND venue_day(b.venue_id, b.starts_at) = h."date" WHERE h.is_live AND h.placed_at < b.confirmed_at
            """),
        ("A hold that became a booking is its artist's", """
            SELECT h.id FROM holds h JOIN bookings b ON b.id = h.booking_id WHERE (h.artist_id, h.stage_id) <> (b.artist_id, b.stage_id)
            """),
        ("A group is complete when each of its pairs was booked, and until then none is", """
            SELECT g.id FROM groups g JOIN group_pairs p ON p.group_id = g.id WHERE (g.state = 'complete') <> EXISTS (SELECT FROM bookings b WHERE b.application_id = p.application_id)
            """),
        ("While a group waits its pairs hope, and when it ended none does", """
            SELECT g.id FROM groups g JOIN group_pairs p ON p.group_id = g.id JOIN applications a ON a.id = p.application_id WHERE g.state IN ('refused', 'expired') AND a.is_live
            """),
        ("Of those who wait for a slot one is asked at a time, and only while it is open", """
            SELECT s.id FROM slots s WHERE s.asked_until IS NOT NULL AND s.state <> 'open' OR (SELECT count(*) FROM applications a JOIN offers o ON o.application_id = a.id AND o.state = 'standing' AND o.listed WHERE a.slot_id = s.id) > 1
            """),
        ("A side gets one strike for a booking, and a venue one for keeping silent about a slot", """
            SELECT slot_id FROM strikes GROUP BY slot_id, booking_id, artist_id, venue_id, kind HAVING count(*) > 1
            """),
        ("Who is frozen was so by a third strike that stands", """
            SELECT f.id FROM strikes f WHERE f.frozen_until IS NOT NULL AND f.lifted_at IS NULL AND (SELECT count(*) FROM strikes s
                WHERE s.artist_id IS NOT DISTINCT FROM f.artist_id AND s.venue_id IS NOT DISTINCT FROM f.venue_id AND s.given_at <= f.given_at AND s.lapses_at > f.given_at) < 3
            """),
        ("No booking waits for review, or for the answer to an artist that cannot play, once the clock has come to its start", """
            SELECT b.id FROM bookings b JOIN deadlines d ON d.subject = b.id AND d.ran_at IS NOT NULL WHERE b.state = 'pending_review' AND d.kind = 'review_lapsed' OR b.state = 'confirmed' AND d.kind = 'release_due'
            """),
        ("What waits for its time is exactly what the tables say", """
            (SELECT kind, subject, due_at FROM awaited EXCEPT SELECT kind, subject, due_at FROM deadlines) UNION ALL (SELECT kind, subject, due_at FROM deadlines WHERE ran_at IS NULL EXCEPT SELECT kind, subject, due_at FROM awaited)
            """),
    ];

    /// <param name="known">What an earlier story broke: while that one is made shorter, it lies in the same database.</param>
    public static async Task AssertAsync(EasyGigApp app, IReadOnlyList<long>? known = null)
    {
        var found = await CountAsync(app);
        foreach (var (number, (holds, mustNotBe)) in All.Index())
            if (found[number] > (known?[number] ?? 0)) Assert.Fail($"{holds}: {await TrailAsync(app, mustNotBe)}");
    }

    /// <summary>What the trail says of the last of them, and of all else on its slot.</summary>
    private static async Task<string?> TrailAsync(EasyGigApp app, string mustNotBe)
    {
        await using var command = app.Owner.CreateCommand($"""
            WITH found(id) AS (SELECT to_jsonb(f) ->> 'id' FROM ({mustNotBe}) f), slot AS (SELECT e.slot_id FROM audit e, found f WHERE f.id IN (e.slot_id::text, e.application_id::text, e.booking_id::text) ORDER BY e.id DESC LIMIT 1)
            SELECT (SELECT string_agg(id, ' ') FROM found) || E'\n' || string_agg(concat_ws(' ', e.at, e.fact, e.application_id, e.booking_id), E'\n' ORDER BY e.id)
            FROM audit e WHERE e.slot_id = (SELECT slot_id FROM slot)
            """);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as string;
    }

    public static async Task<IReadOnlyList<long>> CountAsync(EasyGigApp app)
    {
        List<long> found = [];
        foreach (var (_, mustNotBe) in All)
        {
            await using var command = app.Owner.CreateCommand($"SELECT count(*) FROM ({mustNotBe}) found");
            found.Add((long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
        }
        return found;
    }
}
