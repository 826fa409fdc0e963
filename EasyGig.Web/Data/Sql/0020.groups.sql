-- Artists whom an organisation may put forward, and what it puts forward together.
CREATE TABLE roster_entries (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisations,
    artist_id uuid NOT NULL REFERENCES artists,
    note varchar(1000) NOT NULL,
    asked_at timestamptz NOT NULL,
    answered_at timestamptz,
    state varchar(16) NOT NULL
);
CREATE UNIQUE INDEX roster_entries_one_live ON roster_entries (organisation_id, artist_id) WHERE state IN ('asked', 'on');
CREATE INDEX ON roster_entries (artist_id, state);

CREATE TABLE groups (
    id uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisations,
    submitted_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    state varchar(16) NOT NULL,
    ending varchar(16),     -- what it did not come about for
    broken_pair integer,    -- at which pair, if at one

    CONSTRAINT groups_ending CHECK ((state IN ('refused', 'expired')) = (ending IS NOT NULL))
);
CREATE INDEX ON groups (organisation_id, submitted_at);

-- An application of a group is answered by yes or no: nothing is offered about it, and it waits behind nobody.
ALTER TABLE applications
    ADD COLUMN group_id uuid REFERENCES groups,
    ADD UNIQUE (id, slot_id, artist_id, group_id),
    ADD CONSTRAINT applications_of_group_answered CHECK (group_id IS NULL OR state NOT IN ('offered', 'waitlisted'));
CREATE INDEX applications_by_group ON applications (group_id) WHERE group_id IS NOT NULL;

-- Twelve places; an application is in one of them, a slot once in a group.
CREATE TABLE group_pairs (
    group_id uuid NOT NULL REFERENCES groups,
    number integer NOT NULL,
    slot_id uuid NOT NULL,
    artist_id uuid NOT NULL,
    application_id uuid NOT NULL,
    agreed_at timestamptz,
    decline_rivals boolean NOT NULL,

    PRIMARY KEY (group_id, number),
    UNIQUE (group_id, slot_id),
    UNIQUE (application_id),
    CONSTRAINT group_pairs_count CHECK (number BETWEEN 1 AND 12),
    CONSTRAINT group_pairs_of_its_group FOREIGN KEY (application_id, slot_id, artist_id, group_id) REFERENCES applications (id, slot_id, artist_id, group_id)
);
CREATE INDEX ON group_pairs (slot_id);
CREATE INDEX ON group_pairs (artist_id);
