-- The fee lies within the slot's range unless the slot is negotiable. The slot is locked against a change of its
-- terms before they are read.
CREATE OR REPLACE FUNCTION applications_fee_range() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    slot slots;
BEGIN
    SELECT * INTO slot FROM slots WHERE id = NEW.slot_id FOR SHARE;
    IF NEW.currency <> slot.currency OR NOT slot.negotiable AND NEW.fee NOT BETWEEN slot.min_fee AND slot.max_fee THEN
        PERFORM refuse('applications_fee_range', format('%s %s of %s to %s %s', NEW.fee, NEW.currency, slot.min_fee, slot.max_fee, slot.currency));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER applications_fee_range BEFORE INSERT OR UPDATE OF fee, currency, slot_id ON applications
    FOR EACH ROW EXECUTE FUNCTION applications_fee_range();

-- Nobody applies for a time at which they are confirmed elsewhere, nor says that it still fits.
CREATE OR REPLACE FUNCTION applications_artist_free() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM bookings b JOIN slots s ON s.id = NEW.slot_id
        WHERE b.artist_id = NEW.artist_id AND b.state = 'confirmed'
          AND tstzrange(b.starts_at, b.ends_at) && tstzrange(s.starts_at, s.ends_at))
    THEN
        PERFORM refuse('applications_artist_free', format('artist %s is booked', NEW.artist_id));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER applications_artist_free BEFORE INSERT OR UPDATE OF slot_id, artist_id, terms_version ON applications
    FOR EACH ROW EXECUTE FUNCTION applications_artist_free();

-- A booking is on its slot's stage and at its slot's time. The slot is locked against being moved before it is looked at.
CREATE OR REPLACE FUNCTION bookings_of_its_slot() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM slots s WHERE s.id = NEW.slot_id
        AND (s.venue_id, s.stage_id, s.starts_at, s.ends_at) = (NEW.venue_id, NEW.stage_id, NEW.starts_at, NEW.ends_at)
        FOR SHARE;
    IF NOT FOUND THEN
        PERFORM refuse('bookings_of_its_slot', format('booking %s is not where slot %s is', NEW.id, NEW.slot_id));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER bookings_of_its_slot BEFORE INSERT OR UPDATE OF slot_id, venue_id, stage_id, starts_at, ends_at ON bookings
    FOR EACH ROW EXECUTE FUNCTION bookings_of_its_slot();

-- A booking begins with what was offered last and neither refused nor taken back; where nothing was, with the fee that its
-- application asks for, on its slot's deal.
CREATE OR REPLACE FUNCTION bookings_of_its_application() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    offered offers;
    agreed boolean;
BEGIN
    PERFORM FROM applications WHERE id = NEW.application_id FOR SHARE;
    SELECT * INTO offered FROM offers WHERE application_id = NEW.application_id AND state IN ('standing', 'accepted') ORDER BY number DESC LIMIT 1;
    IF offered.id IS NOT NULL THEN
        agreed := (offered.fee, offered.currency, offered.deal_kind, offered.share, offered.share_base, offered.profit_share, offered.ticket_price, offered.sellable, offered.tax, offered.tax_included, offered.ticket_fee, offered.expense_cap)
            IS NOT DISTINCT FROM (NEW.fee, NEW.currency, NEW.deal_kind, NEW.share, NEW.share_base, NEW.profit_share, NEW.ticket_price, NEW.sellable, NEW.tax, NEW.tax_included, NEW.ticket_fee, NEW.expense_cap);
    ELSE
        SELECT (CASE s.deal_kind WHEN 'door' THEN 0 ELSE a.fee END, a.currency, s.deal_kind, s.share, s.share_base, s.profit_share, s.ticket_price, s.sellable, s.tax, s.tax_included, s.ticket_fee, s.expense_cap)
            IS NOT DISTINCT FROM (NEW.fee, NEW.currency, NEW.deal_kind, NEW.share, NEW.share_base, NEW.profit_share, NEW.ticket_price, NEW.sellable, NEW.tax, NEW.tax_included, NEW.ticket_fee, NEW.expense_cap)
            INTO agreed FROM applications a JOIN slots s ON s.id = a.slot_id WHERE a.id = NEW.application_id;
    END IF;
    IF agreed IS NOT TRUE THEN
        PERFORM refuse('bookings_of_its_application', format('booking %s is not what application %s came to', NEW.id, NEW.application_id));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER bookings_of_its_application BEFORE INSERT ON bookings
    FOR EACH ROW EXECUTE FUNCTION bookings_of_its_application();

-- What was agreed stays as it was agreed, until both sides agree to something else: then it becomes what the newest version that
-- they agreed to says. Whoever saves writes the version first.
CREATE OR REPLACE FUNCTION bookings_frozen() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM (SELECT * FROM booking_versions WHERE booking_id = NEW.id AND state = 'agreed' ORDER BY number DESC LIMIT 1) v
    WHERE (v.fee, v.currency, v.deal_kind, v.share, v.share_base, v.profit_share, v.ticket_price, v.sellable, v.tax, v.tax_included, v.ticket_fee, v.expense_cap, v.clause)
        IS NOT DISTINCT FROM (NEW.fee, NEW.currency, NEW.deal_kind, NEW.share, NEW.share_base, NEW.profit_share, NEW.ticket_price, NEW.sellable, NEW.tax, NEW.tax_included, NEW.ticket_fee, NEW.expense_cap, NEW.clause);
    IF NOT FOUND THEN
        PERFORM refuse('bookings_frozen', format('the terms of booking %s are agreed', NEW.id));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER bookings_frozen BEFORE UPDATE ON bookings FOR EACH ROW
    WHEN ((OLD.fee, OLD.currency, OLD.deal_kind, OLD.share, OLD.share_base, OLD.profit_share, OLD.ticket_price, OLD.sellable, OLD.tax, OLD.tax_included, OLD.ticket_fee, OLD.expense_cap, OLD.clause)
        IS DISTINCT FROM (NEW.fee, NEW.currency, NEW.deal_kind, NEW.share, NEW.share_base, NEW.profit_share, NEW.ticket_price, NEW.sellable, NEW.tax, NEW.tax_included, NEW.ticket_fee, NEW.expense_cap, NEW.clause))
    EXECUTE FUNCTION bookings_frozen();
