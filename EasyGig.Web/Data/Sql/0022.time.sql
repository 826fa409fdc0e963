-- Every offer that stands has an end, not only one by which a slot goes down its waiting list.
DROP TRIGGER IF EXISTS offers_frozen ON offers; -- the rules, replayed after this, have it again
ALTER TABLE offers
    DROP CONSTRAINT offers_due,
    ADD COLUMN listed boolean NOT NULL DEFAULT false;     -- whether its slot goes down the waiting list by it
UPDATE offers SET listed = true WHERE due_at IS NOT NULL;

-- Those that stand already get as much time as a new one.
UPDATE offers o SET due_at = GREATEST(LEAST(GREATEST(LEAST(now() + interval '5 days', s.starts_at - interval '24 hours'), now() + interval '6 hours'), s.starts_at), o.made_at + interval '1 minute')
    FROM applications a JOIN slots s ON s.id = a.slot_id WHERE a.id = o.application_id AND o.state = 'standing' AND o.due_at IS NULL;
ALTER TABLE offers ADD CONSTRAINT offers_due CHECK (CASE WHEN due_at IS NULL THEN state <> 'standing' AND NOT listed ELSE due_at > made_at AND (side = 'venue' OR NOT listed) END);

-- Evenings that went by while a review, or the answer to an artist that cannot play, was waited for: the bookings end, and what was asked for their slots ends with
-- them. Nobody is told of what is long over, nor struck for it; what began within a day is left to the clockwork.
CREATE VIEW long_over AS
    SELECT id, slot_id, application_id FROM bookings WHERE starts_at < now() - interval '1 day' AND (state = 'pending_review' OR state = 'confirmed' AND cannot_play_at IS NOT NULL);
UPDATE slots SET state = 'open' WHERE state = 'booked' AND id IN (SELECT slot_id FROM long_over);
UPDATE slots SET state = 'lapsed' WHERE state = 'open' AND id IN (SELECT slot_id FROM long_over);
UPDATE applications SET state = 'declined' WHERE state = 'accepted' AND id IN (SELECT application_id FROM long_over);
UPDATE applications SET state = 'expired' WHERE is_live AND slot_id IN (SELECT slot_id FROM long_over);
UPDATE invitations SET state = 'expired' WHERE state = 'sent' AND slot_id IN (SELECT slot_id FROM long_over);
UPDATE bookings SET state = CASE state WHEN 'confirmed' THEN 'cancelled' ELSE 'rejected' END,
        cancelled_by = CASE state WHEN 'confirmed' THEN 'artist' END, reason = CASE state WHEN 'confirmed' THEN cannot_play_reason END
    WHERE id IN (SELECT id FROM long_over);
DROP VIEW long_over;
