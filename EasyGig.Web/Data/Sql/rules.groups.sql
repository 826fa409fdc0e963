-- Groups of applications and the rosters that they come from. Replayed at every migrate, so edit in place.
CREATE OR REPLACE TRIGGER roster_entries_step BEFORE INSERT OR UPDATE OF state ON roster_entries
    FOR EACH ROW EXECUTE FUNCTION follow_steps('roster_entries_step');
CREATE OR REPLACE TRIGGER groups_step BEFORE INSERT OR UPDATE OF state ON groups
    FOR EACH ROW EXECUTE FUNCTION follow_steps('groups_step');

-- Nobody is put forward who has not said yes to it, nor after the group is answered. Both are locked before they are looked at.
CREATE OR REPLACE FUNCTION group_pairs_open() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM groups WHERE id = NEW.group_id AND state = 'submitted' FOR SHARE;
    IF NOT FOUND THEN
        PERFORM refuse('group_pairs_fixed', format('group %s is answered', NEW.group_id));
    END IF;
    PERFORM FROM roster_entries r JOIN groups g ON g.organisation_id = r.organisation_id
        WHERE g.id = NEW.group_id AND r.artist_id = NEW.artist_id AND r.state = 'on' FOR SHARE OF r;
    IF NOT FOUND THEN
        PERFORM refuse('group_pairs_consent', format('artist %s is not on the roster', NEW.artist_id));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER group_pairs_open BEFORE INSERT OR UPDATE OF group_id, number, slot_id, artist_id, application_id ON group_pairs
    FOR EACH ROW EXECUTE FUNCTION group_pairs_open();

-- All or nothing, looked at when everything is saved: a complete group has a booking of each of its accepted applications, any other
-- has none. An application that made way for another is booked never.
CREATE OR REPLACE FUNCTION groups_whole() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    whole groups;
    pairs integer;
    booked integer;
    accepted integer;
BEGIN
    IF TG_TABLE_NAME = 'bookings' THEN
        SELECT g.* INTO whole FROM applications a JOIN groups g ON g.id = a.group_id WHERE a.id = NEW.application_id;
        IF NOT FOUND THEN RETURN NULL; END IF;
        IF NOT EXISTS (SELECT FROM group_pairs WHERE application_id = NEW.application_id) THEN
            PERFORM refuse('groups_whole', format('application %s made way for another', NEW.application_id));
        END IF;
    ELSE
        SELECT * INTO whole FROM groups WHERE id = NEW.id;
    END IF;
    SELECT count(*), count(*) FILTER (WHERE b.is_there), count(*) FILTER (WHERE b.is_there AND (NOT a.is_live OR a.state = 'accepted'))
        INTO pairs, booked, accepted
        FROM group_pairs p JOIN applications a ON a.id = p.application_id CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM bookings WHERE application_id = p.application_id) AS is_there) b
        WHERE p.group_id = whole.id;
    IF pairs < 2 THEN
        PERFORM refuse('group_pairs_count', format('group %s has %s pairs', whole.id, pairs));
    END IF;
    IF (CASE whole.state WHEN 'complete' THEN accepted < pairs ELSE booked > 0 END) THEN
        PERFORM refuse('groups_whole', format('%s of %s pairs of group %s (%s) are booked', booked, pairs, whole.id, whole.state));
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS groups_whole ON groups;
CREATE CONSTRAINT TRIGGER groups_whole AFTER INSERT OR UPDATE OF state ON groups DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION groups_whole();
DROP TRIGGER IF EXISTS groups_whole ON bookings;
CREATE CONSTRAINT TRIGGER groups_whole AFTER INSERT ON bookings DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION groups_whole();

-- Whether a group cannot come about any more: an application has ended, a slot has changed since, an artist is on the roster no more.
CREATE OR REPLACE FUNCTION group_is_broken(g groups) RETURNS boolean LANGUAGE sql STABLE RETURN EXISTS (
    SELECT FROM group_pairs p JOIN applications a ON a.id = p.application_id JOIN slots s ON s.id = p.slot_id
    WHERE p.group_id = (g).id AND (NOT a.is_live OR a.terms_version <> s.terms_version OR NOT EXISTS (
        SELECT FROM roster_entries r WHERE r.organisation_id = (g).organisation_id AND r.artist_id = p.artist_id AND r.state = 'on')));

-- What a group stands on has changed: touched, it is asked again when it is due (rules.clockwork.sql).
CREATE OR REPLACE FUNCTION groups_shaken() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    CASE TG_TABLE_NAME
    WHEN 'slots' THEN UPDATE groups SET due_at = due_at WHERE state = 'submitted' AND id IN (SELECT group_id FROM group_pairs WHERE slot_id = NEW.id);
    WHEN 'roster_entries' THEN UPDATE groups SET due_at = due_at
        WHERE state = 'submitted' AND organisation_id = NEW.organisation_id AND id IN (SELECT group_id FROM group_pairs WHERE artist_id = NEW.artist_id);
    ELSE UPDATE groups SET due_at = due_at WHERE state = 'submitted' AND id = NEW.group_id;
    END CASE;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER groups_shaken AFTER UPDATE OF state ON applications
    FOR EACH ROW WHEN (NEW.group_id IS NOT NULL AND NOT NEW.is_live AND OLD.is_live) EXECUTE FUNCTION groups_shaken();
CREATE OR REPLACE TRIGGER groups_shaken AFTER UPDATE OF terms_version ON slots
    FOR EACH ROW WHEN (NEW.terms_version <> OLD.terms_version) EXECUTE FUNCTION groups_shaken();
CREATE OR REPLACE TRIGGER groups_shaken AFTER UPDATE OF state ON roster_entries
    FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION groups_shaken();
CREATE OR REPLACE TRIGGER groups_shaken AFTER INSERT OR UPDATE OF application_id ON group_pairs
    FOR EACH ROW EXECUTE FUNCTION groups_shaken();
