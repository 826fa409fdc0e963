-- Searches for slots that people keep, and what is to be told of what they find.
CREATE TABLE searches (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people ON DELETE CASCADE,
    name varchar(80) NOT NULL,
    query varchar(6000) NOT NULL,   -- the address of the search, in the one way in which it is written
    digest uuid NOT NULL GENERATED ALWAYS AS (md5(query)::uuid) STORED, -- an index entry has no room for the whole
    until date,                     -- the last day that it asks for, by the venues' clocks
    alert varchar(16) NOT NULL,
    saved_at timestamptz NOT NULL,
    due_at timestamptz,             -- when what it has found is told; null where it has found nothing

    CONSTRAINT searches_once UNIQUE (person_id, digest),
    CONSTRAINT searches_name_present CHECK (length(btrim(name)) > 0),
    CONSTRAINT searches_narrow CHECK (query LIKE '/slots?%'),
    CONSTRAINT searches_silent CHECK (alert <> 'none' OR due_at IS NULL)
);

-- Slots that are open since a moment ago, until somebody has looked which searches they are for.
CREATE TABLE fresh_slots (
    id uuid PRIMARY KEY REFERENCES slots ON DELETE CASCADE,
    at timestamptz NOT NULL
);

-- Each slot once for each search, so that nobody is told of it twice.
CREATE TABLE search_finds (
    search_id uuid REFERENCES searches ON DELETE CASCADE,
    slot_id uuid REFERENCES slots ON DELETE CASCADE,
    told_at timestamptz,
    PRIMARY KEY (search_id, slot_id)
);
CREATE INDEX search_finds_by_slot ON search_finds (slot_id);

-- Where a mail program says that somebody wants no more of these.
ALTER TABLE mails
    ADD COLUMN unsubscribe varchar(1000),
    DROP CONSTRAINT mails_headers_one_line,
    ADD CONSTRAINT mails_headers_one_line CHECK (address !~ '[[:cntrl:]]' AND subject !~ '[[:cntrl:]]' AND unsubscribe !~ '[[:cntrl:]]');
