-- What a search reads of a slot, a venue and an artist. Replayed at every migrate, so edit in place.

-- Kilometres between two places on a sphere of the earth's mean radius (haversine).
CREATE OR REPLACE FUNCTION km_between(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
    RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN 2 * 6371.0088 * asin(least(1, sqrt(
        power(sin(radians(lat2 - lat1) / 2), 2) + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lon2 - lon1) / 2), 2))));

-- The words of a text, stemmed as Italian and as English, without accents.
CREATE OR REPLACE FUNCTION words_of(said text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE
    RETURN strip(to_tsvector('public.search_it', said) || to_tsvector('public.search_en', said));

-- Remembers the words of a text as they were written, for those who misspell them.
CREATE OR REPLACE FUNCTION learn_words(said text) RETURNS void LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO search_words
    SELECT w FROM unnest(tsvector_to_array(to_tsvector('search_plain', said))) w
    WHERE length(w) BETWEEN 3 AND 40 AND NOT EXISTS (SELECT FROM search_words known WHERE known.word = w)
    ORDER BY w -- two who learn the same words wait for each other in one order
    ON CONFLICT DO NOTHING
$$;

-- What somebody looks for as a query on words: each word, or where nobody ever wrote it those that are spelt alike. Null when nothing is left.
CREATE OR REPLACE FUNCTION search_query(said text) RETURNS tsquery LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    wanted tsquery;
    typed text;
    alike text;
BEGIN
    FOR typed IN
        SELECT w FROM unnest(tsvector_to_array(to_tsvector('search_plain', said))) w
        WHERE to_tsvector('search_it', w) <> '' AND to_tsvector('search_en', w) <> '' -- no "the", no "della"
        LIMIT 8
    LOOP
        alike := typed;
        IF NOT EXISTS (SELECT FROM search_words WHERE word = typed) THEN
            alike := concat_ws(' ', typed, (SELECT string_agg(word, ' ') FROM (
                SELECT word FROM search_words
                WHERE word % typed AND similarity(word, typed) >= 0.4 OR length(typed) >= 3 AND word LIKE typed || '%'
                ORDER BY similarity(word, typed) DESC, word LIMIT 6) near));
        END IF;
        SELECT COALESCE(wanted && any_of, wanted, any_of) INTO wanted FROM (
            SELECT string_agg(format('''%s''', replace(replace(lexeme, '\', '\\'), '''', '''''')), ' | ')::tsquery AS any_of
            FROM unnest(tsvector_to_array(words_of(alike))) lexeme) either;
    END LOOP;
    RETURN wanted;
END $$;

CREATE OR REPLACE FUNCTION venues_searchable() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    said text := concat_ws(' ', NEW.name, NEW.about, NEW.address, NEW.backline, (SELECT name FROM cities WHERE id = NEW.city_id));
BEGIN
    NEW.words := words_of(said);
    PERFORM learn_words(said);
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER venues_searchable BEFORE INSERT OR UPDATE OF name, about, address, backline, city_id, words ON venues
    FOR EACH ROW EXECUTE FUNCTION venues_searchable();

CREATE OR REPLACE FUNCTION artists_searchable() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    said text := concat_ws(' ', NEW.name, NEW.bio, (SELECT name FROM cities WHERE id = NEW.city_id));
BEGIN
    NEW.words := words_of(said);
    PERFORM learn_words(said);
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER artists_searchable BEFORE INSERT OR UPDATE OF name, bio, city_id, words ON artists
    FOR EACH ROW EXECUTE FUNCTION artists_searchable();

CREATE OR REPLACE FUNCTION slots_searchable() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    said text;
BEGIN
    SELECT NEW.starts_at AT TIME ZONE v.time_zone, v.latitude, v.longitude, g.capacity, g.room, concat_ws(' ', v.name, g.name, v.about, c.name, NEW.notes)
    INTO NEW.local_start, NEW.latitude, NEW.longitude, NEW.capacity, NEW.room, said
    FROM venues v JOIN cities c ON c.id = v.city_id JOIN stages g ON g.venue_id = v.id AND g.id = NEW.stage_id
    WHERE v.id = NEW.venue_id;
    NEW.words := words_of(COALESCE(said, ''));
    PERFORM learn_words(NEW.notes);
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER slots_searchable BEFORE INSERT OR UPDATE OF venue_id, stage_id, starts_at, notes, local_start, latitude, longitude, capacity, room, words ON slots
    FOR EACH ROW EXECUTE FUNCTION slots_searchable();

-- A venue or a stage that changes is read anew by its slots. What is over is not searched.
CREATE OR REPLACE FUNCTION venues_tell_slots() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE slots SET venue_id = venue_id WHERE venue_id = NEW.id AND state IN ('draft', 'open', 'booked');
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER venues_tell_slots AFTER UPDATE OF name, about, city_id, latitude, longitude, time_zone ON venues
    FOR EACH ROW WHEN ((OLD.name, OLD.about, OLD.city_id, OLD.latitude, OLD.longitude, OLD.time_zone)
        IS DISTINCT FROM (NEW.name, NEW.about, NEW.city_id, NEW.latitude, NEW.longitude, NEW.time_zone)) EXECUTE FUNCTION venues_tell_slots();

CREATE OR REPLACE FUNCTION stages_tell_slots() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE slots SET venue_id = venue_id WHERE stage_id = NEW.id AND state IN ('draft', 'open', 'booked');
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER stages_tell_slots AFTER UPDATE OF name, capacity, room ON stages
    FOR EACH ROW WHEN ((OLD.name, OLD.capacity, OLD.room) IS DISTINCT FROM (NEW.name, NEW.capacity, NEW.room)) EXECUTE FUNCTION stages_tell_slots();
