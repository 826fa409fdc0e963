-- The sides of a booking write to each other until it falls, or until 30 days after its show. The booking is locked against a
-- change of its state before it is looked at.
CREATE OR REPLACE FUNCTION messages_open() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    booking bookings;
BEGIN
    SELECT * INTO booking FROM bookings WHERE id = NEW.booking_id FOR SHARE;
    IF booking.state IN ('rejected', 'cancelled') THEN
        PERFORM refuse('messages_fallen', format('booking %s was %s', booking.id, booking.state));
    END IF;
    IF NEW.sent_at > booking.ends_at + interval '720 hours' THEN -- days would follow the clocks of whoever asks
        PERFORM refuse('messages_over', format('booking %s was over at %s', booking.id, booking.ends_at));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER messages_open BEFORE INSERT OR UPDATE ON messages
    FOR EACH ROW EXECUTE FUNCTION messages_open();
