-- What a slot said before it was changed, so that an artist who answered it reads what is different. Nobody rewrites it.
CREATE TABLE slot_versions (
    slot_id uuid NOT NULL REFERENCES slots ON DELETE CASCADE,
    number integer NOT NULL,
    stage_id uuid NOT NULL REFERENCES stages,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    min_fee numeric(14,3) NOT NULL,
    max_fee numeric(14,3) NOT NULL,
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
    negotiable boolean NOT NULL,
    genres bit(128) NOT NULL,
    category varchar(16),
    notes varchar(4000) NOT NULL,
    PRIMARY KEY (slot_id, number)
);

INSERT INTO slot_versions
    SELECT id, terms_version, stage_id, starts_at, ends_at, min_fee, max_fee, currency, deal_kind, share, share_base, profit_share, ticket_price, sellable, tax, tax_included,
           ticket_fee, expense_cap, negotiable, genres, category, notes
    FROM slots WHERE state <> 'draft';
