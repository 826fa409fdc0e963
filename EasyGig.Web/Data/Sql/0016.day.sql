-- How the day of a booking goes, as the venue says it. Before the first word about it there is no row.
CREATE TABLE run_of_shows (
    booking_id uuid PRIMARY KEY REFERENCES bookings ON DELETE CASCADE,
    load_in timestamptz,
    soundcheck timestamptz,
    doors timestamptz,
    set_at timestamptz,
    curfew timestamptz,
    notes varchar(2000) NOT NULL,

    -- None before the one before it, whichever of them are known: GREATEST passes over what is not.
    CONSTRAINT run_of_shows_order CHECK (
        soundcheck >= load_in
        AND doors >= GREATEST(load_in, soundcheck)
        AND set_at >= GREATEST(load_in, soundcheck, doors)
        AND curfew >= GREATEST(load_in, soundcheck, doors, set_at))
);

-- What the sides of a booking give each other. A table of its own: what lies in "files" is for everybody.
CREATE TABLE attachments (
    id uuid PRIMARY KEY,
    booking_id uuid NOT NULL REFERENCES bookings ON DELETE CASCADE,
    side varchar(16) NOT NULL,
    kind varchar(16) NOT NULL,
    format varchar(16) NOT NULL,
    bytes bytea NOT NULL,
    sha256 bytea NOT NULL,
    name varchar(100) NOT NULL,
    place integer NOT NULL, -- from 0
    uploaded_at timestamptz NOT NULL,

    -- A place for each file and a last place for each booking: that is how many there can be, whoever writes at once.
    UNIQUE (booking_id, place),
    CONSTRAINT attachments_count CHECK (place BETWEEN 0 AND 9),
    CONSTRAINT attachments_format CHECK (format IN ('pdf', 'png', 'jpeg', 'webp', 'text')),
    CONSTRAINT attachments_size CHECK (octet_length(bytes) BETWEEN 1 AND 10485760),
    CONSTRAINT attachments_name CHECK (name !~ '[[:cntrl:]/\\"]' AND length(name) > 0),
    CONSTRAINT attachments_as_read CHECK (sha256 = sha256(bytes))
);
ALTER TABLE attachments ALTER bytes SET STORAGE EXTERNAL; -- compressed already; and a part of it is read without the rest
