-- Functions and triggers that no constraint can state. Replayed at every migrate, so edit them in place. Each names its
-- search_path, so that nobody's temporary table stands in for one of ours.

-- Says no in a way that the application can name: the rule travels as the constraint's name.
CREATE OR REPLACE FUNCTION refuse(rule text, detail text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '%', detail USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = rule;
END $$;

-- A life begins and goes on only along state_steps. The trigger's argument is the rule's name.
CREATE OR REPLACE FUNCTION follow_steps() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    origin text := '';
BEGIN
    IF TG_OP = 'UPDATE' THEN
        origin := OLD.state;
        IF origin = NEW.state THEN RETURN NEW; END IF;
    END IF;
    IF NOT EXISTS (SELECT FROM state_steps WHERE entity = TG_TABLE_NAME AND "from" = origin AND "to" = NEW.state) THEN
        PERFORM refuse(TG_ARGV[0], format('%s %s: %s to %s', TG_TABLE_NAME, NEW.id, origin, NEW.state));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER slots_step BEFORE INSERT OR UPDATE OF state ON slots
    FOR EACH ROW EXECUTE FUNCTION follow_steps('slots_step');
CREATE OR REPLACE TRIGGER applications_step BEFORE INSERT OR UPDATE OF state ON applications
    FOR EACH ROW EXECUTE FUNCTION follow_steps('applications_step');
CREATE OR REPLACE TRIGGER bookings_step BEFORE INSERT OR UPDATE OF state ON bookings
    FOR EACH ROW EXECUTE FUNCTION follow_steps('bookings_step');
CREATE OR REPLACE TRIGGER mails_step BEFORE INSERT OR UPDATE OF state ON mails
    FOR EACH ROW EXECUTE FUNCTION follow_steps('mails_step');
CREATE OR REPLACE TRIGGER booking_versions_step BEFORE INSERT OR UPDATE OF state ON booking_versions
    FOR EACH ROW EXECUTE FUNCTION follow_steps('booking_versions_step');
