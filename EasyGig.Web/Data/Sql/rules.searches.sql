-- A person keeps twenty searches at most. Who saves one locks the person's row before counting, so that two at once are counted as two.
CREATE OR REPLACE FUNCTION searches_count() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM people WHERE id = NEW.person_id FOR NO KEY UPDATE;
    IF (SELECT count(*) FROM searches WHERE person_id = NEW.person_id AND id <> NEW.id) >= 20 THEN
        PERFORM refuse('searches_count', format('person %s keeps 20 searches', NEW.person_id));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER searches_count BEFORE INSERT OR UPDATE OF person_id ON searches
    FOR EACH ROW EXECUTE FUNCTION searches_count();
