-- All that a search filters or sorts by lies in the slot's own row, so that one index entry answers; rules.search.sql keeps it so.
CREATE EXTENSION IF NOT EXISTS cube;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE TEXT SEARCH CONFIGURATION search_it (COPY = italian);
ALTER TEXT SEARCH CONFIGURATION search_it ALTER MAPPING FOR hword, hword_part, word WITH unaccent, italian_stem;
CREATE TEXT SEARCH CONFIGURATION search_en (COPY = english);
ALTER TEXT SEARCH CONFIGURATION search_en ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION search_plain (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION search_plain ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

-- Every word that some page says, so that a misspelt one finds its neighbours.
CREATE TABLE search_words (word text PRIMARY KEY);
CREATE INDEX search_words_alike ON search_words USING gin (word gin_trgm_ops);

-- A place on the unit sphere: the distance between two is a chord, 2·sin(km / (2·6371.0088)), and GiST finds the nearest.
CREATE FUNCTION spot(latitude double precision, longitude double precision) RETURNS cube LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN cube(ARRAY[
        cos(radians(latitude)) * cos(radians(longitude)),
        cos(radians(latitude)) * sin(radians(longitude)),
        sin(radians(latitude))]);

ALTER TABLE cities ADD COLUMN spot cube GENERATED ALWAYS AS (spot(latitude, longitude)) STORED;
CREATE INDEX cities_by_spot ON cities USING gist (spot);

-- What people type for a city, without accents and in lower case.
CREATE TABLE city_names (
    name text NOT NULL,
    city_id integer NOT NULL REFERENCES cities ON DELETE CASCADE,
    PRIMARY KEY (name, city_id)
);
CREATE INDEX city_names_alike ON city_names USING gin (name gin_trgm_ops);
INSERT INTO city_names SELECT DISTINCT lower(unaccent(n)), id FROM cities, unnest(names) n;

ALTER TABLE venues
    ADD COLUMN spot cube GENERATED ALWAYS AS (spot(latitude, longitude)) STORED,
    ADD COLUMN words tsvector NOT NULL DEFAULT '';
CREATE INDEX venues_by_spot ON venues USING gist (spot);
CREATE INDEX venues_by_words ON venues USING gin (words);
CREATE INDEX venues_by_city ON venues (city_id);

ALTER TABLE artists ADD COLUMN words tsvector NOT NULL DEFAULT '';
CREATE INDEX artists_by_words ON artists USING gin (words);
CREATE INDEX artists_by_city ON artists (city_id);

ALTER TABLE slots
    ADD COLUMN local_start timestamp, -- on the venue's clock
    ADD COLUMN latitude real,
    ADD COLUMN longitude real,
    ADD COLUMN capacity integer,
    ADD COLUMN room varchar(16),
    ADD COLUMN words tsvector NOT NULL DEFAULT '';
UPDATE slots s SET local_start = s.starts_at AT TIME ZONE v.time_zone, latitude = v.latitude, longitude = v.longitude, capacity = g.capacity, room = g.room
    FROM venues v, stages g WHERE v.id = s.venue_id AND g.id = s.stage_id;
ALTER TABLE slots
    ALTER local_start SET NOT NULL, ALTER latitude SET NOT NULL, ALTER longitude SET NOT NULL, ALTER capacity SET NOT NULL, ALTER room SET NOT NULL;

DROP INDEX slots_open, slots_open_by_region, slots_open_by_city;
CREATE INDEX slots_open ON slots (starts_at, id)
    INCLUDE (genres, max_fee, currency, category, country_code, capacity, room, local_start, latitude, longitude) WHERE state = 'open';
CREATE INDEX slots_open_by_region ON slots (region_code, starts_at, id)
    INCLUDE (genres, max_fee, currency, category, capacity, room, local_start, latitude, longitude) WHERE state = 'open';
CREATE INDEX slots_open_by_city ON slots (city_id, starts_at, id)
    INCLUDE (genres, max_fee, currency, category, capacity, room, local_start, latitude, longitude) WHERE state = 'open';
CREATE INDEX slots_open_by_venue ON slots (venue_id, starts_at, id)
    INCLUDE (genres, max_fee, currency, category, city_id, region_code, country_code, capacity, room, local_start, latitude, longitude) WHERE state = 'open';
CREATE INDEX slots_open_by_fee ON slots (currency, (-max_fee), starts_at, id)
    INCLUDE (max_fee, genres, category, city_id, region_code, country_code, capacity, room, local_start, latitude, longitude) WHERE state = 'open';
CREATE INDEX slots_open_by_words ON slots USING gin (words) WHERE state = 'open';
