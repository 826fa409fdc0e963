CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The steps of every life ('' is where it begins). Rewritten from the domain's lists at every migrate; see Rules.cs.
CREATE TABLE state_steps (
    entity varchar(32), "from" varchar(16), "to" varchar(16),
    PRIMARY KEY (entity, "from", "to")
);

CREATE TABLE slots (
    id uuid PRIMARY KEY,
    venue_id uuid NOT NULL,
    stage_id uuid NOT NULL,
    city_id integer NOT NULL,
    region_code varchar(8) NOT NULL,
    country_code char(2) NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    busy_until timestamptz NOT NULL, -- the end of the changeover, kept by slots_busy_until
    min_fee numeric(14,3) NOT NULL,
    max_fee numeric(14,3) NOT NULL,
    currency char(3) NOT NULL,
    negotiable boolean NOT NULL,
    genres bit(128) NOT NULL,
    category varchar(16),
    notes varchar(4000) NOT NULL,
    terms_version integer NOT NULL,
    state varchar(16) NOT NULL,

    CONSTRAINT slots_time_order CHECK (ends_at > starts_at),
    CONSTRAINT slots_fee_not_negative CHECK (min_fee >= 0),
    CONSTRAINT slots_fee_order CHECK (min_fee <= max_fee),
    CONSTRAINT slots_genres_count CHECK (bit_count(genres) BETWEEN 1 AND 5),
    CONSTRAINT slots_stage_of_venue FOREIGN KEY (stage_id, venue_id) REFERENCES stages (id, venue_id),
    CONSTRAINT slots_currency_of_venue FOREIGN KEY (venue_id, currency) REFERENCES venues (id, currency),

    -- Active slots of one stage never overlap, the changeover after each included. Half-open: back to back is fine.
    CONSTRAINT slots_stage_free EXCLUDE USING gist
        (stage_id WITH =, tstzrange(starts_at, busy_until, '[)') WITH &&) WHERE (state IN ('draft', 'open', 'booked', 'played'))
);

-- Search reads open slots only, in the page's order (starts_at, id).
CREATE INDEX slots_open ON slots (starts_at, id) INCLUDE (genres, max_fee, category) WHERE state = 'open';
CREATE INDEX slots_open_by_region ON slots (region_code, starts_at, id) INCLUDE (genres, max_fee, category) WHERE state = 'open';
CREATE INDEX slots_open_by_city ON slots (city_id, starts_at, id) INCLUDE (genres, max_fee, category) WHERE state = 'open';
CREATE INDEX slots_by_venue ON slots (venue_id, starts_at, id);
