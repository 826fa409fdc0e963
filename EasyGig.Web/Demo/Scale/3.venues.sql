-- A venue for every 50 slots, every other one with two stages, every fifth with a house promoter.
INSERT INTO venues (id, slug, name, about, address, city_id, region_code, country_code, latitude, longitude, time_zone, currency, backline, photos, house_promoter_id, words)
    SELECT pg_temp.id_of(6, v.n), 'venue-' || v.n, v.name, s.text, 'Via Garibaldi ' || v.n % 200, t.id, t.region_code, t.country_code,
           t.latitude + (pg_temp.pick(v.n, 5, 1000) - 500) / 10000.0, t.longitude + (pg_temp.pick(v.n, 6, 1000) - 500) / 10000.0,
           t.time_zone, COALESCE(k.currency, 'EUR'), 'Drums, two amplifiers', '{}', CASE WHEN v.n % 5 = 0 THEN pg_temp.id_of(4, v.n / 5 % 8 + 1) END, words_of(concat_ws(' ', v.name, s.text, t.name))
    FROM (SELECT g.n, format('%s %s %s', (ARRAY['Teatro', 'Circolo', 'Club', 'Bar', 'Hall'])[pg_temp.pick(g.n, 7, 5) + 1], a.word, g.n) AS name
          FROM generate_series(1, greatest(12, current_setting('scale.slots')::integer / 50)) g(n) JOIN name_words a ON a.n = pg_temp.pick(g.n, 8, 40)) v
    CROSS JOIN LATERAL (SELECT pg_temp.town_of(v.n + 5000000) AS id OFFSET 0) town JOIN towns t ON t.id = town.id JOIN countries k ON k.code = t.country_code JOIN sentences s ON s.n = pg_temp.pick(v.n, 9, 16);

INSERT INTO venue_directors SELECT pg_temp.id_of(6, n), pg_temp.id_of(2, n % 64 + 1) FROM generate_series(1, greatest(12, current_setting('scale.slots')::integer / 50)) n;

INSERT INTO stages (id, venue_id, name, capacity, room, changeover)
    SELECT pg_temp.id_of(7 + s, n), pg_temp.id_of(6, n), CASE s WHEN 1 THEN 'Main stage' ELSE 'Cellar' END, 50 + pg_temp.pick(n, 10 + s, 40) * 25,
           (ARRAY['standing', 'seated', 'tables', 'mixed'])[pg_temp.pick(n, 12 + s, 4) + 1], 30
    FROM generate_series(1, greatest(12, current_setting('scale.slots')::integer / 50)) n, generate_series(1, 1 + n % 2) s;

CREATE TEMP TABLE halls ON COMMIT DROP AS
    SELECT row_number() OVER (ORDER BY g.id) - 1 AS n, g.id AS stage_id, g.capacity, g.room, v.id AS venue_id, v.city_id, v.region_code, v.country_code, v.latitude, v.longitude,
           v.time_zone, v.currency, v.house_promoter_id, words_of(concat_ws(' ', v.name, g.name, v.about, c.name)) AS words
    FROM stages g JOIN venues v ON v.id = g.venue_id JOIN cities c ON c.id = v.city_id WHERE v.slug LIKE 'venue-%';
CREATE INDEX ON halls (n);
ANALYZE halls;
SELECT learn_words(string_agg(word, ' ')) FROM name_words;
SELECT learn_words(string_agg(text, ' ')) FROM sentences;
SELECT learn_words('Teatro Circolo Club Bar Hall Main stage Cellar');
SELECT learn_words(string_agg(DISTINCT c.name, ' ')) FROM halls h JOIN cities c ON c.id = h.city_id;
