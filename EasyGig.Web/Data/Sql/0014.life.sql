-- What becomes of a booking that was made: called off by a side, not kept, played; and other terms that both sides agree to.
ALTER TABLE bookings
    ADD COLUMN cancelled_by varchar(16),
    ADD COLUMN cannot_play_at timestamptz,
    ADD COLUMN cannot_play_reason varchar(1000),
    ADD COLUMN clause varchar(2000) NOT NULL DEFAULT '',
    ADD CONSTRAINT bookings_reason_stated CHECK (state NOT IN ('cancelled', 'no_show') OR COALESCE(length(btrim(reason)) > 0, false)),
    ADD CONSTRAINT bookings_cancelled_by CHECK (CASE state WHEN 'cancelled' THEN COALESCE(cancelled_by IN ('artist', 'venue'), false) ELSE cancelled_by IS NULL END),
    ADD CONSTRAINT bookings_cannot_play CHECK (
        CASE WHEN cannot_play_at IS NULL THEN cannot_play_reason IS NULL ELSE state NOT IN ('pending_review', 'rejected') AND COALESCE(length(btrim(cannot_play_reason)) > 0, false) END);
CREATE INDEX bookings_to_play ON bookings (ends_at, id) WHERE state = 'confirmed';

-- Given once, and never rewritten (grants.sql).
CREATE TABLE strikes (
    id uuid PRIMARY KEY,
    artist_id uuid REFERENCES artists,
    venue_id uuid REFERENCES venues,
    booking_id uuid NOT NULL REFERENCES bookings,
    given_at timestamptz NOT NULL,
    reason varchar(1000) NOT NULL,

    CONSTRAINT strikes_one_owner CHECK (num_nonnulls(artist_id, venue_id) = 1),
    CONSTRAINT strikes_once UNIQUE NULLS NOT DISTINCT (booking_id, artist_id, venue_id)
);
CREATE INDEX ON strikes (artist_id, given_at) WHERE artist_id IS NOT NULL;
CREATE INDEX ON strikes (venue_id, given_at) WHERE venue_id IS NOT NULL;

-- The terms of a booking as they were put forward, each answered once (rules.versions.sql).
CREATE TABLE booking_versions (
    id uuid PRIMARY KEY,
    booking_id uuid NOT NULL REFERENCES bookings,
    number integer NOT NULL,
    fee numeric(14,3) NOT NULL,
    currency char(3) NOT NULL,
    deal_kind varchar(16) NOT NULL,
    share numeric(6,3),
    share_base varchar(16),
    profit_share numeric(6,3),
    ticket_price numeric(14,3),
    sellable integer,
    tax numeric(6,3),
    tax_included boolean,
    ticket_fee numeric(14,3),
    expense_cap numeric(14,3),
    clause varchar(2000) NOT NULL,
    fingerprint char(64) NOT NULL,
    proposed_by varchar(16), -- null for the first: it was agreed with the booking
    proposed_at timestamptz NOT NULL,
    note varchar(1000),
    state varchar(16) NOT NULL,
    answered_at timestamptz,

    UNIQUE (booking_id, number),
    CONSTRAINT booking_versions_first CHECK (CASE number WHEN 1 THEN proposed_by IS NULL AND state = 'agreed' ELSE number > 1 AND COALESCE(proposed_by IN ('artist', 'venue'), false) END),
    CONSTRAINT booking_versions_answered CHECK ((state = 'proposed') = (answered_at IS NULL)),

    -- the rules of a slot's deal, for a fee instead of a range
    CONSTRAINT bookings_fee_not_negative CHECK (fee >= 0 AND fee < 'NaN'),
    CONSTRAINT bookings_fee_too_fine CHECK (fee = round(fee, minor_digits(currency))),
    CONSTRAINT deals_share_percent CHECK (CASE WHEN deal_kind = 'flat' THEN share IS NULL ELSE share IS NOT NULL AND share BETWEEN 0 AND 100 END),
    CONSTRAINT deals_profit_share_percent CHECK (CASE WHEN deal_kind = 'flat' THEN profit_share IS NULL ELSE profit_share IS NOT NULL AND profit_share BETWEEN 0 AND 100 END),
    CONSTRAINT deals_base_stated CHECK ((deal_kind IN ('door', 'versus')) = (share_base IS NOT NULL)),
    CONSTRAINT deals_door_stated CHECK (
        num_nonnulls(ticket_price, sellable, tax, tax_included, ticket_fee, expense_cap) = CASE WHEN deal_kind = 'flat' THEN 0 ELSE 6 END),
    CONSTRAINT deals_door_not_negative CHECK (
        ticket_price >= 0 AND ticket_price < 'NaN' AND ticket_fee >= 0 AND ticket_fee < 'NaN' AND expense_cap >= 0 AND expense_cap < 'NaN'),
    CONSTRAINT deals_door_too_fine CHECK ((ticket_price, ticket_fee, expense_cap)
        = (round(ticket_price, minor_digits(currency)), round(ticket_fee, minor_digits(currency)), round(expense_cap, minor_digits(currency)))),
    CONSTRAINT deals_capacity_positive CHECK (sellable >= 1),
    CONSTRAINT deals_tax_percent CHECK (tax BETWEEN 0 AND 100),
    CONSTRAINT deals_ticket_fee_within_price CHECK (ticket_fee <= ticket_price),
    CONSTRAINT deals_door_without_fee CHECK (deal_kind <> 'door' OR fee = 0)
);
CREATE UNIQUE INDEX booking_versions_one_proposed ON booking_versions (booking_id) WHERE state = 'proposed';

-- What TermsFingerprint computes: terms in the place and at the time of their booking.
CREATE FUNCTION terms_fingerprint(b bookings, v booking_versions) RETURNS char(64) LANGUAGE sql STABLE RETURN encode(sha256(convert_to(concat(
    'artist=', b.artist_id, E'\nvenue=', b.venue_id, E'\nstage=', b.stage_id,
    E'\nfrom=', to_char(b.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), E'\nuntil=', to_char(b.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    E'\nfee=', v.fee, ' ', v.currency, E'\ndeal=', v.deal_kind, E'\nshare=', v.share, E'\nbase=', v.share_base, E'\nprofit=', v.profit_share,
    E'\nprice=', v.ticket_price, E'\ntickets=', v.sellable, E'\ntax=', v.tax, E'\nincluded=', v.tax_included::text, E'\nhouse=', v.ticket_fee,
    E'\nexpenses=', v.expense_cap, E'\nclause=', v.clause), 'UTF8')), 'hex');

-- A door deal has no fee, which bookings and applications to negotiable slots were never held to; now their versions are.
DROP TRIGGER IF EXISTS bookings_frozen ON bookings; -- the earlier text; the rules, replayed after this, have the present one
UPDATE bookings SET fee = 0 WHERE deal_kind = 'door' AND fee <> 0;
UPDATE applications a SET fee = 0 FROM slots s WHERE s.id = a.slot_id AND s.deal_kind = 'door' AND a.is_live AND a.fee <> 0;

INSERT INTO booking_versions (id, booking_id, number, fee, currency, deal_kind, share, share_base, profit_share, ticket_price, sellable, tax, tax_included, ticket_fee, expense_cap,
        clause, fingerprint, proposed_at, state, answered_at)
    SELECT gen_random_uuid(), id, 1, fee, currency, deal_kind, share, share_base, profit_share, ticket_price, sellable, tax, tax_included, ticket_fee, expense_cap,
        clause, '', accepted_at, 'agreed', accepted_at FROM bookings;
UPDATE booking_versions v SET fingerprint = terms_fingerprint(b, v) FROM bookings b WHERE b.id = v.booking_id;
