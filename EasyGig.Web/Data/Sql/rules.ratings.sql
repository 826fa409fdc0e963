-- The sides rate each other once the show was played. The booking is locked against a change of its state before it is looked at.
CREATE OR REPLACE FUNCTION ratings_played() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM bookings WHERE id = NEW.booking_id AND state IN ('played', 'settled') FOR SHARE;
    IF NOT FOUND THEN
        PERFORM refuse('ratings_played', format('booking %s was not played', NEW.booking_id));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER ratings_played BEFORE INSERT OR UPDATE ON ratings
    FOR EACH ROW EXECUTE FUNCTION ratings_played();
