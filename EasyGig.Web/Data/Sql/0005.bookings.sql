CREATE TABLE applications (
    id uuid PRIMARY KEY,
    slot_id uuid NOT NULL REFERENCES slots,
    artist_id uuid NOT NULL REFERENCES artists,
    message varchar(2000) NOT NULL,
    fee numeric(14,3) NOT NULL,
    currency char(3) NOT NULL,
    terms_version integer NOT NULL,
    submitted_at timestamptz NOT NULL,
    state varchar(16) NOT NULL,
    reason varchar(1000),

    -- May still lead to a booking, or has. Said once, here.
    is_live boolean NOT NULL GENERATED ALWAYS AS
        (state IN ('submitted', 'shortlisted', 'offered', 'accepted', 'waitlisted')) STORED,

    UNIQUE (id, slot_id, artist_id),
    CONSTRAINT applications_message_present CHECK (length(btrim(message)) > 0),
    CONSTRAINT applications_fee_not_negative CHECK (fee >= 0)
);

CREATE UNIQUE INDEX applications_one_live ON applications (artist_id, slot_id) WHERE is_live;
CREATE INDEX applications_by_slot ON applications (slot_id, submitted_at);
CREATE INDEX applications_by_artist ON applications (artist_id, submitted_at);

CREATE TABLE bookings (
    id uuid PRIMARY KEY,
    slot_id uuid NOT NULL REFERENCES slots,
    application_id uuid NOT NULL,
    venue_id uuid NOT NULL REFERENCES venues,
    stage_id uuid NOT NULL REFERENCES stages,
    artist_id uuid NOT NULL REFERENCES artists,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    fee numeric(14,3) NOT NULL,
    currency char(3) NOT NULL,
    reviewer_id uuid REFERENCES organisations,
    review_due_at timestamptz,
    decline_rivals boolean NOT NULL,
    accepted_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    state varchar(16) NOT NULL,
    reason varchar(1000),

    -- Holds its stage's and its artist's time. Said once, here.
    is_active boolean NOT NULL GENERATED ALWAYS AS
        (state IN ('pending_review', 'confirmed', 'played', 'settled')) STORED,

    CONSTRAINT bookings_of_its_application FOREIGN KEY (application_id, slot_id, artist_id)
        REFERENCES applications (id, slot_id, artist_id),
    CONSTRAINT bookings_time_order CHECK (ends_at > starts_at),
    CONSTRAINT bookings_fee_not_negative CHECK (fee >= 0),
    CONSTRAINT bookings_review_due CHECK ((reviewer_id IS NULL) = (review_due_at IS NULL)
        AND (reviewer_id IS NOT NULL OR state <> 'pending_review')),

    -- A stage has one booking at a time; so has an artist, across all venues.
    CONSTRAINT bookings_stage_free EXCLUDE USING gist
        (stage_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&) WHERE (is_active),
    CONSTRAINT bookings_artist_free EXCLUDE USING gist
        (artist_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&) WHERE (is_active)
);

CREATE INDEX bookings_by_slot ON bookings (slot_id);
CREATE INDEX bookings_by_application ON bookings (application_id);
CREATE INDEX bookings_by_venue ON bookings (venue_id, starts_at);
CREATE INDEX bookings_by_artist ON bookings (artist_id, starts_at);
CREATE INDEX bookings_by_reviewer ON bookings (reviewer_id, review_due_at) WHERE state = 'pending_review';
