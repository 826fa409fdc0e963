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

-- A slot is fresh that comes to take applications: it is open, nobody is asked down its waiting list, and it was not so before. The site says when that is
-- (easygig.now, in every turn); what is written without saying so, such as seeds, migrations and repairs, is no news. Whoever notes one that a round
-- is just looking at waits for its end, or the round would take the news away unread.
CREATE OR REPLACE FUNCTION note_fresh() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    moment timestamptz := NULLIF(current_setting('easygig.now', true), '');
BEGIN
    IF moment IS NOT NULL AND EXISTS (SELECT FROM searches WHERE alert <> 'none') THEN
        INSERT INTO fresh_slots VALUES (NEW.id, moment) ON CONFLICT (id) DO UPDATE SET at = EXCLUDED.at;
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER slots_fresh AFTER INSERT ON slots
    FOR EACH ROW WHEN (NEW.state = 'open' AND NEW.asked_until IS NULL) EXECUTE FUNCTION note_fresh();
CREATE OR REPLACE TRIGGER slots_fresh_again AFTER UPDATE OF state, asked_until ON slots
    FOR EACH ROW WHEN (NEW.state = 'open' AND NEW.asked_until IS NULL AND NOT (OLD.state = 'open' AND OLD.asked_until IS NULL)) EXECUTE FUNCTION note_fresh();
