-- A slot's stage is busy until the changeover after it has passed; whoever writes, this is how long.
CREATE OR REPLACE FUNCTION slots_busy_until() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.busy_until := NEW.ends_at + make_interval(mins => COALESCE((SELECT changeover FROM stages WHERE id = NEW.stage_id), 0));
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER slots_busy_until BEFORE INSERT OR UPDATE OF stage_id, ends_at, busy_until ON slots
    FOR EACH ROW EXECUTE FUNCTION slots_busy_until();

-- A slot is where its venue is.
CREATE OR REPLACE FUNCTION slots_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT city_id, region_code, country_code INTO NEW.city_id, NEW.region_code, NEW.country_code
    FROM venues WHERE id = NEW.venue_id;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER slots_place BEFORE INSERT OR UPDATE OF venue_id, city_id, region_code, country_code ON slots
    FOR EACH ROW EXECUTE FUNCTION slots_place();

CREATE OR REPLACE FUNCTION venues_move_slots() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE slots SET city_id = NEW.city_id WHERE venue_id = NEW.id;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER venues_move_slots AFTER UPDATE OF city_id ON venues
    FOR EACH ROW WHEN (OLD.city_id <> NEW.city_id) EXECUTE FUNCTION venues_move_slots();

-- What is booked or played stays where and when it is.
CREATE OR REPLACE FUNCTION slots_booked_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refuse('slots_booked_fixed', format('slot %s is %s', OLD.id, OLD.state));
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER slots_booked_fixed BEFORE UPDATE OF stage_id, starts_at, ends_at ON slots
    FOR EACH ROW WHEN (OLD.state IN ('booked', 'played')
        AND (OLD.stage_id, OLD.starts_at, OLD.ends_at) IS DISTINCT FROM (NEW.stage_id, NEW.starts_at, NEW.ends_at))
    EXECUTE FUNCTION slots_booked_fixed();

-- Whether two sets of genres share one; inlined, so that an index that carries the genres can answer it.
CREATE OR REPLACE FUNCTION genres_meet(one bit(128), other bit(128)) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (one & other) <> B'0'::bit(128);
