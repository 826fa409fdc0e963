-- What happened. The site may add a row and read it, and can neither change nor delete one (grants.sql).
CREATE TABLE audit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    person_id uuid,         -- who did it; null when nobody signed in did
    fact varchar(32) NOT NULL,
    venue_id uuid,
    artist_id uuid,
    slot_id uuid,
    application_id uuid,
    booking_id uuid,
    reason varchar(1000)
);
CREATE INDEX audit_by_slot ON audit (slot_id, id);
CREATE INDEX audit_by_application ON audit (application_id, id) WHERE application_id IS NOT NULL;

-- What a person was told inside EasyGig, in their language.
CREATE TABLE notices (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
    fact varchar(32) NOT NULL,
    text varchar(200) NOT NULL,
    link varchar(200) NOT NULL,
    created_at timestamptz NOT NULL,
    read_at timestamptz
);
CREATE INDEX notices_by_person ON notices (person_id, created_at DESC);
CREATE INDEX notices_unread ON notices (person_id, id) WHERE read_at IS NULL;
