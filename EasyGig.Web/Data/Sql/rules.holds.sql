CREATE OR REPLACE TRIGGER holds_step BEFORE INSERT OR UPDATE OF state ON holds
    FOR EACH ROW EXECUTE FUNCTION follow_steps('holds_step');
CREATE OR REPLACE TRIGGER challenges_step BEFORE INSERT OR UPDATE OF state ON challenges
    FOR EACH ROW EXECUTE FUNCTION follow_steps('challenges_step');

-- The day on a venue's calendar on which something begins; what goes on past midnight stays on it.
CREATE OR REPLACE FUNCTION venue_day(venue uuid, moment timestamptz) RETURNS date LANGUAGE sql STABLE
    RETURN (SELECT (moment AT TIME ZONE time_zone)::date FROM public.venues WHERE id = venue);

-- Who holds a date holds the stage still while it is placed, and who books only looks: so neither overlooks the other, also without a turn.
CREATE OR REPLACE FUNCTION holds_date_booked() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM stages WHERE id = NEW.stage_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM bookings b WHERE b.venue_id = NEW.venue_id AND b.stage_id = NEW.stage_id AND b.is_active AND b.state <> 'pending_review'
        AND b.starts_at > NEW."date" - 2 AND b.starts_at < NEW."date" + 3 -- in any zone; the day itself is
        AND venue_day(b.venue_id, b.starts_at) = NEW."date")
    THEN
        PERFORM refuse('holds_date_booked', format('stage %s is booked on %s', NEW.stage_id, NEW."date"));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER holds_date_booked BEFORE INSERT ON holds
    FOR EACH ROW EXECUTE FUNCTION holds_date_booked();

-- Nobody is booked on a stage and a date that another artist holds: the first of the live holds, if there are any, is theirs.
-- The booking is stored before their hold becomes it.
CREATE OR REPLACE FUNCTION bookings_date_held() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    holder uuid;
BEGIN
    PERFORM FROM stages WHERE id = NEW.stage_id FOR SHARE;
    SELECT artist_id INTO holder FROM holds
        WHERE stage_id = NEW.stage_id AND "date" = venue_day(NEW.venue_id, NEW.starts_at) AND is_live ORDER BY rank LIMIT 1;
    IF holder <> NEW.artist_id THEN
        PERFORM refuse('bookings_date_held', format('artist %s holds the date', holder));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER bookings_date_held BEFORE INSERT ON bookings
    FOR EACH ROW EXECUTE FUNCTION bookings_date_held();

-- Looked at when all has moved: the ranks of a date are 1 to n, who is asked is asked by the challenge that runs, and stands right above who challenges.
CREATE OR REPLACE FUNCTION holds_ranks_in_order() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    live integer;
    lowest integer;
    asked uuid[];
    running uuid[];
BEGIN
    PERFORM FROM stages WHERE id = NEW.stage_id FOR NO KEY UPDATE; -- of two that move at once, the later sees what the other did
    SELECT count(*), COALESCE(max(rank), 0), COALESCE(array_agg(id) FILTER (WHERE state = 'challenged'), ARRAY[]::uuid[]) INTO live, lowest, asked
        FROM holds WHERE stage_id = NEW.stage_id AND "date" = NEW."date" AND is_live;
    IF live <> lowest OR EXISTS (SELECT FROM holds WHERE stage_id = NEW.stage_id AND "date" = NEW."date" AND is_live AND rank < 1) THEN
        PERFORM refuse('holds_ranks_in_order', format('%s holds of %s on %s, the lowest is number %s', live, NEW.stage_id, NEW."date", lowest));
    END IF;
    SELECT COALESCE(array_agg(c.asked_hold_id), ARRAY[]::uuid[]) INTO running
        FROM challenges c JOIN holds challenger ON challenger.id = c.hold_id JOIN holds above ON above.id = c.asked_hold_id
        WHERE c.stage_id = NEW.stage_id AND c."date" = NEW."date" AND c.state = 'running'
          AND (challenger.stage_id, challenger."date", above.stage_id, above."date") = (c.stage_id, c."date", c.stage_id, c."date")
          AND challenger.is_live AND above.rank = challenger.rank - 1;
    IF asked <> running OR cardinality(running) <> (SELECT count(*) FROM challenges WHERE stage_id = NEW.stage_id AND "date" = NEW."date" AND state = 'running') THEN
        PERFORM refuse('challenges_in_order', format('of %s on %s, %s is asked and should be %s', NEW.stage_id, NEW."date", asked, running));
    END IF;
    RETURN NULL;
END $$;

DO $$ BEGIN -- there is no CREATE OR REPLACE of these
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'holds_ranks_in_order') THEN
        CREATE CONSTRAINT TRIGGER holds_ranks_in_order AFTER INSERT OR UPDATE ON holds DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION holds_ranks_in_order();
        CREATE CONSTRAINT TRIGGER challenges_in_order AFTER INSERT OR UPDATE ON challenges DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION holds_ranks_in_order();
    END IF;
END $$;

-- What was held and asked stays as it was, and what is over stays over.
CREATE OR REPLACE FUNCTION holds_fixed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM refuse('holds_fixed', format('hold %s', OLD.id));
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER holds_fixed BEFORE UPDATE ON holds FOR EACH ROW
    WHEN (NOT OLD.is_live OR (OLD.id, OLD.venue_id, OLD.stage_id, OLD."date", OLD.artist_id, OLD.placed_at, OLD.decide_by, OLD.note)
        IS DISTINCT FROM (NEW.id, NEW.venue_id, NEW.stage_id, NEW."date", NEW.artist_id, NEW.placed_at, NEW.decide_by, NEW.note))
    EXECUTE FUNCTION holds_fixed();

CREATE OR REPLACE FUNCTION challenges_fixed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM refuse('challenges_fixed', format('challenge %s', OLD.id));
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER challenges_fixed BEFORE UPDATE ON challenges FOR EACH ROW
    WHEN (OLD.state <> 'running' OR (OLD.id, OLD.hold_id, OLD.stage_id, OLD."date", OLD.side, OLD.started_at)
        IS DISTINCT FROM (NEW.id, NEW.hold_id, NEW.stage_id, NEW."date", NEW.side, NEW.started_at))
    EXECUTE FUNCTION challenges_fixed();
