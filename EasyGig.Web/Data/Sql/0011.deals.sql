-- Deals that share the door: a slot states how it pays and what there is to share; a booking keeps both as they were agreed.
ALTER TABLE slots
    ADD COLUMN deal_kind varchar(16) NOT NULL DEFAULT 'flat',
    ADD COLUMN share numeric(6,3),          -- of the artist, percent
    ADD COLUMN share_base varchar(16),       -- gross or net
    ADD COLUMN profit_share numeric(6,3),   -- of the promoter, percent
    ADD COLUMN ticket_price numeric(14,3),
    ADD COLUMN sellable integer,            -- tickets
    ADD COLUMN tax numeric(6,3),            -- percent
    ADD COLUMN tax_included boolean,
    ADD COLUMN ticket_fee numeric(14,3),    -- of each ticket, the house's
    ADD COLUMN expense_cap numeric(14,3),

    -- NULL makes a CHECK pass and NaN is above every number, so each says that there is a value and where it ends.
    ADD CONSTRAINT deals_share_percent CHECK (CASE WHEN deal_kind = 'flat' THEN share IS NULL ELSE share IS NOT NULL AND share BETWEEN 0 AND 100 END),
    ADD CONSTRAINT deals_profit_share_percent CHECK (CASE WHEN deal_kind = 'flat' THEN profit_share IS NULL ELSE profit_share IS NOT NULL AND profit_share BETWEEN 0 AND 100 END),
    ADD CONSTRAINT deals_base_stated CHECK ((deal_kind IN ('door', 'versus')) = (share_base IS NOT NULL)),
    ADD CONSTRAINT deals_door_stated CHECK (
        num_nonnulls(ticket_price, sellable, tax, tax_included, ticket_fee, expense_cap) = CASE WHEN deal_kind = 'flat' THEN 0 ELSE 6 END),
    ADD CONSTRAINT deals_door_not_negative CHECK (
        ticket_price >= 0 AND ticket_price < 'NaN' AND ticket_fee >= 0 AND ticket_fee < 'NaN' AND expense_cap >= 0 AND expense_cap < 'NaN'),
    ADD CONSTRAINT deals_door_too_fine CHECK ((ticket_price, ticket_fee, expense_cap)
        = (round(ticket_price, minor_digits(currency)), round(ticket_fee, minor_digits(currency)), round(expense_cap, minor_digits(currency)))),
    ADD CONSTRAINT deals_capacity_positive CHECK (sellable >= 1),
    ADD CONSTRAINT deals_tax_percent CHECK (tax BETWEEN 0 AND 100),
    ADD CONSTRAINT deals_ticket_fee_within_price CHECK (ticket_fee <= ticket_price),
    ADD CONSTRAINT deals_door_without_fee CHECK (deal_kind <> 'door' OR max_fee = 0);

-- Its slot's, whose constraints hold for them; see bookings_of_its_slot and bookings_frozen.
ALTER TABLE bookings
    ADD COLUMN deal_kind varchar(16) NOT NULL DEFAULT 'flat',
    ADD COLUMN share numeric(6,3),
    ADD COLUMN share_base varchar(16),
    ADD COLUMN profit_share numeric(6,3),
    ADD COLUMN ticket_price numeric(14,3),
    ADD COLUMN sellable integer,
    ADD COLUMN tax numeric(6,3),
    ADD COLUMN tax_included boolean,
    ADD COLUMN ticket_fee numeric(14,3),
    ADD COLUMN expense_cap numeric(14,3);
