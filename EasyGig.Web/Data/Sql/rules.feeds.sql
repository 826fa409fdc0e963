-- An entry of a calendar counts up with every change that calendars show by themselves: whether it stands, when and where it is.
CREATE OR REPLACE FUNCTION entry_of(state text) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN CASE WHEN state = 'pending_review' THEN 'tentative' WHEN state IN ('confirmed', 'played', 'settled') THEN 'confirmed' ELSE 'cancelled' END;

CREATE OR REPLACE FUNCTION bookings_sequence() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        NEW.sequence := OLD.sequence + 1;
    END IF;
    NEW.changed_at := COALESCE(NULLIF(current_setting('easygig.now', true), '')::timestamptz, now());
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER bookings_begin_sequence BEFORE INSERT ON bookings FOR EACH ROW EXECUTE FUNCTION bookings_sequence();
CREATE OR REPLACE TRIGGER bookings_next_sequence BEFORE UPDATE ON bookings FOR EACH ROW
    WHEN ((entry_of(OLD.state), OLD.starts_at, OLD.ends_at, OLD.venue_id, OLD.stage_id, OLD.sequence) IS DISTINCT FROM (entry_of(NEW.state), NEW.starts_at, NEW.ends_at, NEW.venue_id, NEW.stage_id, NEW.sequence))
    EXECUTE FUNCTION bookings_sequence();

-- A venue that moves or takes another name takes with it what is to come.
CREATE OR REPLACE FUNCTION venues_sequence() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE bookings SET sequence = sequence + 1 WHERE venue_id = NEW.id AND state IN ('pending_review', 'confirmed');
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER venues_sequence AFTER UPDATE ON venues FOR EACH ROW
    WHEN ((OLD.name, OLD.address, OLD.city_id, OLD.time_zone) IS DISTINCT FROM (NEW.name, NEW.address, NEW.city_id, NEW.time_zone))
    EXECUTE FUNCTION venues_sequence();
