-- Every stage offers an evening now and then, from a month ago on: 21:00 at the venue or a little earlier, two to three hours.
INSERT INTO slots (id, venue_id, stage_id, city_id, region_code, country_code, starts_at, ends_at, busy_until, min_fee, max_fee, currency, negotiable, genres, category,
                   notes, terms_version, state, local_start, latitude, longitude, capacity, room, words)
    SELECT pg_temp.id_of(10, i), h.venue_id, h.stage_id, h.city_id, h.region_code, h.country_code, starts_at, starts_at + length, starts_at + length + interval '30 minutes',
           max_fee / 2, max_fee, h.currency, i % 4 = 0, pg_temp.some_genres(i + 7), (ARRAY[NULL, NULL, 'original', 'cover'])[pg_temp.pick(i, 14, 4) + 1],
           s.text, 1,
           CASE WHEN starts_at < now() THEN CASE WHEN pg_temp.pick(i, 15, 10) < 6 THEN 'played' ELSE 'lapsed' END
                WHEN starts_at < now() + interval '3 days' THEN 'open'
                ELSE (ARRAY['booked', 'draft', 'cancelled', 'open', 'open', 'open', 'open', 'open', 'open', 'open', 'open'])[pg_temp.pick(i, 16, 11) + 1] END,
           starts_at AT TIME ZONE h.time_zone, h.latitude, h.longitude, h.capacity, h.room, h.words || s.words
    FROM (SELECT i, (i - 1) / evenings AS hall, (i - 1) % evenings AS evening -- stage by stage, as the indexes lie
          FROM (SELECT ceil(current_setting('scale.slots')::numeric / count(*))::bigint AS evenings FROM halls) e, generate_series(1, current_setting('scale.slots')::bigint) i) o
    JOIN halls h ON h.n = o.hall JOIN sentences s ON s.n = pg_temp.pick(i, 17, 16)
    CROSS JOIN LATERAL (SELECT ((current_date - 30 + (evening * 5)::integer + pg_temp.pick(i, 18, 4))::timestamp + interval '18 hours' + pg_temp.pick(i, 19, 7) * interval '30 minutes') AT TIME ZONE h.time_zone AS starts_at,
                               interval '2 hours' + pg_temp.pick(i, 20, 3) * interval '30 minutes' AS length, (100 + pg_temp.pick(i, 21, 40) * 50)::numeric AS max_fee) t;
