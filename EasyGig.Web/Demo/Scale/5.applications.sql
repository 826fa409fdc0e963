-- Who is booked: artists in turn, so that nobody plays twice on an evening. Beside them two who were not chosen.
CREATE TEMP TABLE nights ON COMMIT DROP AS
    SELECT s.*, row_number() OVER (ORDER BY starts_at, id) AS n FROM (SELECT id, venue_id, stage_id, starts_at, ends_at, max_fee, currency, state FROM slots WHERE id >= pg_temp.id_of(10, 1) AND id <= pg_temp.id_of(10, current_setting('scale.slots')::bigint) AND state IN ('booked', 'played')) s;

CREATE TEMP TABLE answers ON COMMIT DROP AS
    SELECT row_number() OVER () AS n, * FROM (
        SELECT id AS slot_id, max_fee, currency, pg_temp.id_of(1, (n + r * 41) % a.artists + 1) AS artist_id, CASE r WHEN 0 THEN 'accepted' ELSE 'declined' END AS state
        FROM nights, generate_series(0, 2) r, (SELECT greatest(100, current_setting('scale.slots')::integer / 33) AS artists) a
        UNION ALL
        SELECT s.id, s.max_fee, s.currency, pg_temp.id_of(1, (pg_temp.pick(hashtext(s.id::text), 22, 1000000) + r * 41) % a.artists + 1), CASE r WHEN 0 THEN 'submitted' ELSE 'shortlisted' END
        FROM slots s, generate_series(0, 1) r, (SELECT greatest(100, current_setting('scale.slots')::integer / 33) AS artists) a
        WHERE s.id >= pg_temp.id_of(10, 1) AND s.id <= pg_temp.id_of(10, current_setting('scale.slots')::bigint) AND s.state = 'open' AND s.starts_at > now() + interval '3 days') who;

INSERT INTO applications (id, slot_id, artist_id, message, fee, currency, terms_version, submitted_at, expires_at, state)
    SELECT pg_temp.id_of(11, n), slot_id, artist_id, 'We would love to play for you.', max_fee, currency, 1, now() - interval '2 days' + n % 86400 * interval '1 second',
           now() + interval '3 days' + n % 86400 * interval '1 second', state FROM answers;

INSERT INTO bookings (id, slot_id, application_id, venue_id, stage_id, artist_id, starts_at, ends_at, fee, currency, decline_rivals, accepted_at, confirmed_at, changed_at, state)
    SELECT pg_temp.id_of(12, s.n), s.id, pg_temp.id_of(11, a.n), s.venue_id, s.stage_id, a.artist_id, s.starts_at, s.ends_at, a.max_fee, a.currency, true, now(), now(), now(),
           CASE s.state WHEN 'played' THEN 'played' ELSE 'confirmed' END
    FROM nights s JOIN answers a ON a.slot_id = s.id AND a.state = 'accepted';

INSERT INTO booking_versions (id, booking_id, number, fee, currency, deal_kind, clause, fingerprint, proposed_at, state, answered_at)
    SELECT pg_temp.id_of(13, s.n), b.id, 1, b.fee, b.currency, b.deal_kind, b.clause, '', b.accepted_at, 'agreed', b.accepted_at FROM nights s JOIN bookings b ON b.id = pg_temp.id_of(12, s.n);
UPDATE booking_versions v SET fingerprint = terms_fingerprint(b, v) FROM nights s JOIN bookings b ON b.id = pg_temp.id_of(12, s.n) WHERE v.booking_id = b.id;
