-- Terms that a side puts forward are of their booking: of its artist, place, time and currency, for which their fingerprint stands.
-- Only the first are agreed as they come.
CREATE OR REPLACE FUNCTION booking_versions_of_its_booking() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM bookings b WHERE b.id = NEW.booking_id AND b.currency = NEW.currency AND terms_fingerprint(b, NEW) = NEW.fingerprint
        AND (NEW.number > 1 AND NEW.state = 'proposed' OR NEW.number = 1);
    IF NOT FOUND THEN
        PERFORM refuse('booking_versions_of_its_booking', format('version %s is not of booking %s', NEW.number, NEW.booking_id));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER booking_versions_of_its_booking BEFORE INSERT ON booking_versions
    FOR EACH ROW EXECUTE FUNCTION booking_versions_of_its_booking();

-- What was put forward is not rewritten, nor is the answer.
CREATE OR REPLACE FUNCTION booking_versions_fixed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.state <> 'proposed' OR to_jsonb(NEW) - ARRAY['state', 'answered_at'] <> to_jsonb(OLD) - ARRAY['state', 'answered_at'] THEN
        PERFORM refuse('booking_versions_fixed', format('version %s of booking %s was put forward', OLD.number, OLD.booking_id));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER booking_versions_fixed BEFORE UPDATE ON booking_versions
    FOR EACH ROW EXECUTE FUNCTION booking_versions_fixed();
