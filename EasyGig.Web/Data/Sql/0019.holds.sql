-- Dates that artists hold, ranked, unpaid; and challenges, by which a lower one asks its way up. What moves together is in rules.holds.sql.
CREATE TABLE holds (
    id uuid PRIMARY KEY,
    venue_id uuid NOT NULL REFERENCES venues,
    stage_id uuid NOT NULL,
    "date" date NOT NULL,           -- the venue's day
    artist_id uuid NOT NULL REFERENCES artists,
    rank integer NOT NULL,          -- of one that is over, the last that it had
    state varchar(16) NOT NULL,
    placed_at timestamptz NOT NULL,
    decide_by timestamptz NOT NULL,
    stands_until timestamptz NOT NULL, -- decide_by; once it has committed, the end of the day
    committed_at timestamptz,
    reminded_at timestamptz,
    ended_at timestamptz,
    booking_id uuid REFERENCES bookings, -- which it became
    note varchar(1000) NOT NULL,

    -- Holds the date. Said once, here.
    is_live boolean NOT NULL GENERATED ALWAYS AS (state IN ('active', 'challenged')) STORED,

    CONSTRAINT holds_stage_of_venue FOREIGN KEY (stage_id, venue_id) REFERENCES stages (id, venue_id),
    CONSTRAINT holds_decide_ahead CHECK (decide_by > placed_at AND stands_until >= decide_by),
    CONSTRAINT holds_converted_by_booking CHECK ((state = 'converted') = (booking_id IS NOT NULL)),

    -- No two of a stage's date have one rank; while they move, they may.
    CONSTRAINT holds_rank_once EXCLUDE (stage_id WITH =, "date" WITH =, rank WITH =) WHERE (is_live) DEFERRABLE INITIALLY DEFERRED
);
CREATE UNIQUE INDEX holds_one_live ON holds (stage_id, "date", artist_id) WHERE is_live;
CREATE INDEX holds_by_day ON holds (stage_id, "date", placed_at);
CREATE INDEX holds_by_venue ON holds (venue_id, "date") WHERE is_live;
CREATE INDEX holds_by_artist ON holds (artist_id, "date");

CREATE TABLE challenges (
    id uuid PRIMARY KEY,
    hold_id uuid NOT NULL REFERENCES holds, -- who challenges
    stage_id uuid NOT NULL REFERENCES stages,
    "date" date NOT NULL,
    side varchar(16) NOT NULL,              -- who said so: the artist, or the venue for it
    started_at timestamptz NOT NULL,
    asked_hold_id uuid NOT NULL REFERENCES holds, -- who has to answer, or was the last that had
    asked_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    state varchar(16) NOT NULL,
    ended_at timestamptz,

    CONSTRAINT challenges_due_ahead CHECK (due_at > asked_at)
);
CREATE UNIQUE INDEX challenges_one_running ON challenges (stage_id, "date") WHERE state = 'running';
CREATE INDEX challenges_by_day ON challenges (stage_id, "date", started_at);

ALTER TABLE audit ADD COLUMN hold_id uuid;
CREATE INDEX audit_by_hold ON audit (hold_id, id) WHERE hold_id IS NOT NULL;
