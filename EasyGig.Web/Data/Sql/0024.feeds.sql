-- Calendars of people's own that programs fetch, and when artists cannot play.
CREATE TABLE calendar_feeds (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
    venue_id uuid REFERENCES venues ON DELETE CASCADE, -- of none of the three: all that the person has
    artist_id uuid REFERENCES artists ON DELETE CASCADE,
    organisation_id uuid REFERENCES organisations ON DELETE CASCADE,
    token char(43) NOT NULL,
    digest bytea NOT NULL GENERATED ALWAYS AS (sha256(decode(token, 'escape'))) STORED, -- by which it is looked up: how long that takes tells nothing of the token
    made_at timestamptz NOT NULL,

    UNIQUE (digest),
    CONSTRAINT feeds_token CHECK (token ~ '^[A-Za-z0-9_-]{43}$'),
    CONSTRAINT feeds_one_subject CHECK (num_nonnulls(venue_id, artist_id, organisation_id) <= 1),
    CONSTRAINT feeds_once UNIQUE NULLS NOT DISTINCT (person_id, venue_id, artist_id, organisation_id)
);

-- How often a booking's entry in calendars has changed, and when it last did (rules.feeds.sql).
ALTER TABLE bookings ADD COLUMN sequence integer NOT NULL DEFAULT 0, ADD COLUMN changed_at timestamptz;
UPDATE bookings b SET
    sequence = CASE WHEN state IN ('cancelled', 'rejected', 'no_show') THEN 1 ELSE 0 END, -- as mails said
    changed_at = COALESCE((SELECT max(e.at) FROM audit e WHERE e.booking_id = b.id AND e.fact IN ('accepted', 'confirmed', 'rejected', 'cancelled', 'released', 'not_released', 'no_show')), confirmed_at, accepted_at);
ALTER TABLE bookings ALTER COLUMN changed_at SET NOT NULL;
CREATE INDEX bookings_of_reviewer ON bookings (reviewer_id, starts_at) WHERE reviewer_id IS NOT NULL;

-- When an artist cannot play, for its members alone.
CREATE TABLE busy_times (
    id uuid PRIMARY KEY,
    artist_id uuid NOT NULL REFERENCES artists ON DELETE CASCADE,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    source varchar(80) NOT NULL,    -- the calendar that it came from; empty where somebody typed it
    uid varchar(255) NOT NULL,      -- what it is called there

    CONSTRAINT busy_times_order CHECK (ends_at > starts_at)
);
CREATE INDEX busy_times_of_artist ON busy_times USING gist (artist_id, tstzrange(starts_at, ends_at, '[)'));
