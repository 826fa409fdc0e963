-- What strikes lead to: they lapse, freeze their owner, and are lifted; and one that a venue gets for its silence is about no booking.
ALTER TABLE bookings ADD UNIQUE (id, slot_id);
ALTER TABLE strikes
    ALTER booking_id DROP NOT NULL,
    ADD COLUMN slot_id uuid REFERENCES slots,
    ADD COLUMN kind varchar(16),
    ADD COLUMN lapses_at timestamptz,
    ADD COLUMN frozen_until timestamptz,    -- the end of the freeze that it began; those from before began none
    ADD COLUMN lifted_at timestamptz,
    ADD COLUMN lifted_reason varchar(1000),
    ADD COLUMN lifted_by uuid;
UPDATE strikes s SET slot_id = b.slot_id, lapses_at = s.given_at + interval '4320 hours',
        kind = CASE WHEN s.venue_id IS NOT NULL THEN 'cancelled' WHEN b.state = 'no_show' THEN 'no_show' ELSE 'cannot_play' END
    FROM bookings b WHERE b.id = s.booking_id;
ALTER TABLE strikes
    ALTER slot_id SET NOT NULL,
    ALTER kind SET NOT NULL,
    ALTER lapses_at SET NOT NULL,
    ADD FOREIGN KEY (booking_id, slot_id) REFERENCES bookings (id, slot_id),
    ADD CONSTRAINT strikes_kind CHECK (CASE kind WHEN 'unanswered' THEN booking_id IS NULL AND venue_id IS NOT NULL WHEN 'cancelled' THEN booking_id IS NOT NULL AND venue_id IS NOT NULL
        ELSE kind IN ('cannot_play', 'no_show') AND booking_id IS NOT NULL AND artist_id IS NOT NULL END),
    ADD CONSTRAINT strikes_span CHECK (lapses_at > given_at AND COALESCE(frozen_until >= given_at, true)),
    ADD CONSTRAINT strikes_lifted_why CHECK (CASE num_nonnulls(lifted_at, lifted_reason, lifted_by) WHEN 0 THEN true WHEN 3 THEN length(btrim(lifted_reason)) > 0 ELSE false END),
    DROP CONSTRAINT strikes_once,
    -- for silence a venue gets one in seven days, however many applications ran out
    ADD CONSTRAINT strikes_seldom EXCLUDE USING gist (venue_id WITH =,
        tsrange(given_at AT TIME ZONE 'UTC', (given_at AT TIME ZONE 'UTC') + interval '7 days') WITH &&) WHERE (kind = 'unanswered');
CREATE UNIQUE INDEX strikes_once ON strikes (booking_id, artist_id, venue_id) NULLS NOT DISTINCT WHERE booking_id IS NOT NULL;
CREATE UNIQUE INDEX strikes_once_per_slot ON strikes (slot_id) WHERE kind = 'unanswered';
CREATE INDEX ON strikes (given_at, id);

-- A slot whose booking fell is offered to those who wait for it, one after the other, each until its time is over.
ALTER TABLE offers
    ADD COLUMN due_at timestamptz,
    ADD CONSTRAINT offers_due CHECK (due_at IS NULL OR side = 'venue' AND due_at > made_at);
ALTER TABLE slots
    ADD COLUMN asked_until timestamptz,     -- until when the one who is next may take it; null when nobody is asked
    ADD CONSTRAINT slots_asked_until CHECK (asked_until IS NULL OR state = 'open');
