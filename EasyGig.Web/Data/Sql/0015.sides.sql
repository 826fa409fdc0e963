-- What the sides of a booking write to each other, who has read it, and what they think of each other afterwards. Nobody rewrites it.
CREATE TABLE messages (
    id uuid PRIMARY KEY,
    booking_id uuid NOT NULL REFERENCES bookings,
    side varchar(16) NOT NULL, -- for whom it was written
    person_id uuid NOT NULL REFERENCES people,
    text varchar(2000) NOT NULL,
    sent_at timestamptz NOT NULL,

    CONSTRAINT messages_text_present CHECK (length(btrim(text)) > 0)
);
CREATE INDEX messages_by_booking ON messages (booking_id, sent_at, id);

CREATE TABLE message_reads (
    message_id uuid NOT NULL REFERENCES messages,
    person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
    PRIMARY KEY (message_id, person_id)
);

CREATE TABLE ratings (
    id uuid PRIMARY KEY,
    booking_id uuid NOT NULL REFERENCES bookings,
    side varchar(16) NOT NULL, -- who gave it: the artist rates the venue, the venue the artist
    person_id uuid NOT NULL REFERENCES people,
    stars integer NOT NULL,
    text varchar(1000) NOT NULL,
    given_at timestamptz NOT NULL,

    CONSTRAINT ratings_once UNIQUE (booking_id, side),
    CONSTRAINT ratings_side CHECK (side IN ('artist', 'venue')),
    CONSTRAINT ratings_stars CHECK (stars BETWEEN 1 AND 5)
);
