CREATE OR REPLACE TRIGGER offers_step BEFORE INSERT OR UPDATE OF state ON offers
    FOR EACH ROW EXECUTE FUNCTION follow_steps('offers_step');
CREATE OR REPLACE TRIGGER invitations_step BEFORE INSERT OR UPDATE OF state ON invitations
    FOR EACH ROW EXECUTE FUNCTION follow_steps('invitations_step');

-- An offer is in its slot's currency, and the artist's within the slot's range unless the slot is negotiable or the venue
-- named that fee itself.
CREATE OR REPLACE FUNCTION offers_of_its_slot() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    slot slots;
BEGIN
    SELECT s.* INTO slot FROM slots s JOIN applications a ON a.slot_id = s.id WHERE a.id = NEW.application_id FOR SHARE OF s;
    IF NEW.currency <> slot.currency THEN
        PERFORM refuse('offers_currency', format('%s where %s is paid', NEW.currency, slot.currency));
    END IF;
    IF NEW.side = 'artist' AND NOT slot.negotiable AND NEW.fee NOT BETWEEN slot.min_fee AND slot.max_fee
        AND NEW.fee IS DISTINCT FROM (SELECT fee FROM offers WHERE application_id = NEW.application_id AND side = 'venue' ORDER BY number DESC LIMIT 1) THEN
        PERFORM refuse('offers_fee_range', format('%s of %s to %s %s', NEW.fee, slot.min_fee, slot.max_fee, slot.currency));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER offers_of_its_slot BEFORE INSERT ON offers FOR EACH ROW EXECUTE FUNCTION offers_of_its_slot();

-- What was offered stays as it was offered; only where it stands changes.
CREATE OR REPLACE FUNCTION offers_frozen() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM refuse('offers_frozen', format('offer %s was made', OLD.id));
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER offers_frozen BEFORE UPDATE ON offers FOR EACH ROW
    WHEN (to_jsonb(OLD) - 'state' IS DISTINCT FROM to_jsonb(NEW) - 'state') EXECUTE FUNCTION offers_frozen();
