-- A slot's stage is busy until the changeover after it has passed; whoever writes, this is how long.
CREATE OR REPLACE FUNCTION slots_busy_until() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    minutes integer;
BEGIN
    SELECT changeover INTO minutes FROM stages WHERE id = NEW.stage_id FOR SHARE; -- not while it is changing
    NEW.busy_until := NEW.ends_at + make_interval(mins => COALESCE(minutes, 0));
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER slots_busy_until BEFORE INSERT OR UPDATE OF stage_id, ends_at, busy_until ON slots
    FOR EACH ROW EXECUTE FUNCTION slots_busy_until();

-- A new changeover counts for the slots to come. The site may say what time it is (easygig.now), but not a later one than
-- the server's, which would leave slots out.
CREATE OR REPLACE FUNCTION stages_changeover() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE slots SET busy_until = ends_at -- slots_busy_until adds the rest
    WHERE stage_id = NEW.id AND state IN ('draft', 'open', 'booked')
      AND starts_at > LEAST(now(), NULLIF(current_setting('easygig.now', true), '')::timestamptz);
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER stages_changeover AFTER UPDATE OF changeover ON stages
    FOR EACH ROW WHEN (OLD.changeover <> NEW.changeover) EXECUTE FUNCTION stages_changeover();

-- A slot is where its venue is.
CREATE OR REPLACE FUNCTION slots_place() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    SELECT city_id, region_code, country_code INTO NEW.city_id, NEW.region_code, NEW.country_code
    FROM venues WHERE id = NEW.venue_id;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER slots_place BEFORE INSERT OR UPDATE OF venue_id, city_id, region_code, country_code ON slots
    FOR EACH ROW EXECUTE FUNCTION slots_place();

CREATE OR REPLACE FUNCTION venues_move_slots() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE slots SET city_id = NEW.city_id WHERE venue_id = NEW.id;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER venues_move_slots AFTER UPDATE OF city_id ON venues
    FOR EACH ROW WHEN (OLD.city_id <> NEW.city_id) EXECUTE FUNCTION venues_move_slots();

-- What is booked stays where and when it is, whatever the slot says that its state is.
CREATE OR REPLACE FUNCTION slots_booked_fixed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM bookings WHERE slot_id = OLD.id AND is_active) THEN
        PERFORM refuse('slots_booked_fixed', format('slot %s is booked', OLD.id));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER slots_booked_fixed BEFORE UPDATE OF venue_id, stage_id, starts_at, ends_at ON slots
    FOR EACH ROW WHEN ((OLD.venue_id, OLD.stage_id, OLD.starts_at, OLD.ends_at) IS DISTINCT FROM (NEW.venue_id, NEW.stage_id, NEW.starts_at, NEW.ends_at))
    EXECUTE FUNCTION slots_booked_fixed();

-- Whether two sets of genres share one; inlined, so that an index that carries the genres can answer it.
CREATE OR REPLACE FUNCTION genres_meet(one bit(128), other bit(128)) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (one & other) <> B'0'::bit(128);
