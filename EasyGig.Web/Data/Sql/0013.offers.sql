-- What an application answered when it was sent stays, also when the artist agrees to other terms later.
ALTER TABLE applications ADD COLUMN asked_version integer NOT NULL DEFAULT 1;
UPDATE applications SET asked_version = terms_version WHERE terms_version <> 1;

-- What the two sides of an application offer each other, one after the other, and a venue's word to an artist that has not applied.
CREATE TABLE offers (
    id uuid PRIMARY KEY,
    application_id uuid NOT NULL REFERENCES applications ON DELETE CASCADE,
    number integer NOT NULL,
    side varchar(16) NOT NULL, -- of which it is
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
    note varchar(1000) NOT NULL,
    made_at timestamptz NOT NULL,
    state varchar(16) NOT NULL,

    UNIQUE (application_id, number),
    CONSTRAINT offers_fee_not_negative CHECK (fee >= 0),
    CONSTRAINT offers_fee_too_fine CHECK (fee = round(fee, minor_digits(currency))),

    -- The same as of a slot's deal, see 0011.deals.sql.
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

CREATE UNIQUE INDEX offers_one_standing ON offers (application_id) WHERE state = 'standing';

-- An offer used to be the slot, for what the artist had asked.
INSERT INTO offers
    SELECT gen_random_uuid(), a.id, 1, 'venue', a.fee, a.currency, s.deal_kind, s.share, s.share_base, s.profit_share, s.ticket_price, s.sellable, s.tax, s.tax_included,
           s.ticket_fee, s.expense_cap, '', COALESCE((SELECT max(e.at) FROM audit e WHERE e.application_id = a.id AND e.fact = 'offered'), a.submitted_at), 'standing'
    FROM applications a JOIN slots s ON s.id = a.slot_id WHERE a.state = 'offered';

CREATE TABLE invitations (
    id uuid PRIMARY KEY,
    slot_id uuid NOT NULL REFERENCES slots,
    artist_id uuid NOT NULL REFERENCES artists,
    note varchar(1000) NOT NULL,
    sent_at timestamptz NOT NULL,
    state varchar(16) NOT NULL
);

-- Whoever said no is not asked again for the same slot.
CREATE UNIQUE INDEX invitations_once ON invitations (slot_id, artist_id) WHERE state <> 'expired';
CREATE INDEX invitations_by_artist ON invitations (artist_id, sent_at);
