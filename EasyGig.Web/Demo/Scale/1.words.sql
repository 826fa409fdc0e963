-- What the scene is made of; every choice is a hash of a number, so that the same size gives the same scene.
CREATE FUNCTION pg_temp.pick(number bigint, salt integer, sides bigint) RETURNS integer LANGUAGE sql IMMUTABLE
    RETURN ((hashint8extended(number, salt) & 2147483647) % sides)::integer;

CREATE FUNCTION pg_temp.id_of(kind integer, number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
    RETURN (lpad(to_hex(number), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(number), 15, '0'))::uuid;

-- One bit for each genre that was drawn, one to three of them.
CREATE FUNCTION pg_temp.some_genres(number bigint) RETURNS bit(128) LANGUAGE sql IMMUTABLE
    RETURN set_bit(set_bit(set_bit(0::bit(128), pg_temp.pick(number, 31, 79), 1), pg_temp.pick(number, 32 + pg_temp.pick(number, 34, 2), 79), 1), pg_temp.pick(number, 31, 79), 1);

CREATE TEMP TABLE name_words ON COMMIT DROP AS SELECT n - 1 AS n, word FROM unnest(ARRAY[
    'Aurora', 'Blu', 'Lanterna', 'Nightjar', 'Fonderia', 'Orchid', 'Velluto', 'Marea', 'Cobalt', 'Radice', 'Falena', 'Copper', 'Sirena', 'Pioggia',
    'Harbour', 'Ombra', 'Cantina', 'Meridian', 'Zenith', 'Corallo', 'Lupo', 'Silver', 'Tramonto', 'Foresta', 'Echo', 'Ponte', 'Granata', 'Willow',
    'Officina', 'Stella', 'Amber', 'Nebbia', 'Vulcano', 'Juniper', 'Ferro', 'Cicala', 'Midnight', 'Girasole', 'Canyon', 'Rondine']) WITH ORDINALITY AS t(word, n);

CREATE TEMP TABLE sentences ON COMMIT DROP AS SELECT n - 1 AS n, text, words_of(text) AS words FROM unnest(ARRAY[
    'Due set da quarantacinque minuti, cena per tutti.', 'One set of seventy minutes, dinner and two rooms.', 'Pubblico attento, niente cover band.',
    'Seated audience; acoustic sets are welcome.', 'Backline completa, fonico della casa.', 'Small stage, no drum kit please.', 'Serata danzante, si comincia tardi.',
    'We film the show and share the recording.', 'Merchandising senza commissioni.', 'Unloading in the yard until six.', 'Giardino d''estate, al coperto se piove.',
    'Students'' night: bring songs that everybody can sing.', 'Il pianoforte è accordato ogni mese.', 'Support act wanted for a touring band.', 'Rassegna di cantautori, un''ora di musica.', '']) WITH ORDINALITY AS t(text, n);

-- Cities drawn as often as people live there, three of four in Italy.
CREATE TEMP TABLE towns ON COMMIT DROP AS
    SELECT id, region_code, country_code, latitude, longitude, time_zone, name, country_code = 'IT' AS italian,
           sum(population) OVER (PARTITION BY country_code = 'IT' ORDER BY id) AS highest, sum(population) OVER (PARTITION BY country_code = 'IT') AS everybody
    FROM cities WHERE population > 5000;
CREATE INDEX ON towns (italian, highest);
CREATE UNIQUE INDEX ON towns (id);
ANALYZE name_words, sentences, towns; -- or a join would draw a town for every pair

-- The first town, in order, with whose people more than a share of everybody is counted.
CREATE FUNCTION pg_temp.town_of(number bigint) RETURNS integer LANGUAGE sql STABLE AS $$
    SELECT id FROM towns t WHERE italian = (pg_temp.pick(number, 41, 4) > 0)
       AND highest > ((SELECT everybody FROM towns WHERE italian = (pg_temp.pick(number, 41, 4) > 0) LIMIT 1) * (pg_temp.pick(number, 42, 1000000) / 1000000.0))::bigint
    ORDER BY italian, highest LIMIT 1
$$;
