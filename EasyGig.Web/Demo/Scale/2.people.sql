-- An artist for every 33 slots, up to 64 directors and 8 promoters; everybody signs in with the demo's password.
CREATE TEMP TABLE crowd ON COMMIT DROP AS
    SELECT kind, n, pg_temp.id_of(kind, n) AS id, format('%s-%s@scale.example', lower(role), n) AS email, role
    FROM (VALUES (1, 'Artist', greatest(100, current_setting('scale.slots')::integer / 33)), (2, 'ArtDirector', 64), (3, 'Promoter', 8)) AS k(kind, role, number),
         generate_series(1, number) n;
ANALYZE crowd;

INSERT INTO people (id, name, culture, created_at, user_name, normalized_user_name, email, normalized_email, email_confirmed, password_hash, security_stamp,
                    concurrency_stamp, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
    SELECT id, format('%s %s', role, n), 'en', now(), email, upper(email), email, upper(email), true, current_setting('scale.hash'), md5(email), md5(email), false, false, true, 0 FROM crowd;

INSERT INTO person_roles SELECT c.id, r.id FROM crowd c JOIN roles r ON r.name = c.role;

INSERT INTO organisations (id, slug, name, kind, city_id, region_code, country_code, about)
    SELECT pg_temp.id_of(4, n), 'scale-' || n, 'Agency ' || n, 'agency', t.id, t.region_code, t.country_code, '' FROM generate_series(1, 8) n JOIN towns t ON t.id = pg_temp.town_of(n);
INSERT INTO organisation_members SELECT pg_temp.id_of(4, n), pg_temp.id_of(3, n) FROM generate_series(1, 8) n;

INSERT INTO artists (id, slug, kind, name, city_id, region_code, country_code, genres, category, fee, currency, negotiable, links, bio, rider, words)
    SELECT c.id, 'artist-' || n, CASE WHEN n % 3 = 0 THEN 'soloist' ELSE 'band' END, c.name, t.id, t.region_code, t.country_code, pg_temp.some_genres(n),
           (ARRAY['original', 'original', 'tribute', 'cover'])[pg_temp.pick(n, 1, 4) + 1], 100 + pg_temp.pick(n, 2, 30) * 50, 'EUR', n % 2 = 0, ARRAY['https://example.org/' || n], '', '',
           words_of(c.name || ' ' || t.name)
    FROM (SELECT c.*, format('%s %s %s', a.word, b.word, c.n) AS name FROM crowd c
          JOIN name_words a ON a.n = pg_temp.pick(c.n, 3, 40) JOIN name_words b ON b.n = pg_temp.pick(c.n, 4, 40) WHERE kind = 1) c
    CROSS JOIN LATERAL (SELECT pg_temp.town_of(c.n + 1000000) AS id OFFSET 0) town JOIN towns t ON t.id = town.id;
INSERT INTO artist_members (id, artist_id, person_id, name, plays) SELECT pg_temp.id_of(5, n), id, id, format('Artist %s', n), '' FROM crowd WHERE kind = 1;
