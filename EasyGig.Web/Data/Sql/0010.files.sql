-- What venues and artists show and let hear. It lies here, so that every node serves the same files and a copy of the
-- database is a copy of everything.

CREATE TABLE files (
    id uuid PRIMARY KEY,
    venue_id uuid REFERENCES venues ON DELETE CASCADE,
    artist_id uuid REFERENCES artists ON DELETE CASCADE,
    kind varchar(16) NOT NULL,
    format varchar(16) NOT NULL,
    bytes bytea NOT NULL,
    sha256 bytea NOT NULL,
    width integer,   -- px
    height integer,  -- px
    seconds integer,
    title varchar(200) NOT NULL,
    position integer NOT NULL, -- from 0, among the owner's files of that kind
    uploaded_at timestamptz NOT NULL,

    -- A place for each file and a last place for each owner: that is how many there can be, whoever writes at once.
    UNIQUE NULLS NOT DISTINCT (venue_id, artist_id, kind, position) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT files_venue_photos_count CHECK (venue_id IS NULL OR position BETWEEN 0 AND 7),
    CONSTRAINT files_artist_photos_count CHECK (artist_id IS NULL OR kind <> 'photo' OR position BETWEEN 0 AND 3),
    CONSTRAINT files_artist_tracks_count CHECK (artist_id IS NULL OR kind <> 'track' OR position BETWEEN 0 AND 2),
    CONSTRAINT files_one_owner CHECK (num_nonnulls(venue_id, artist_id) = 1 AND (venue_id IS NULL OR kind = 'photo')),
    CONSTRAINT files_format_of_kind CHECK (CASE kind WHEN 'photo' THEN format IN ('jpeg', 'png', 'webp') WHEN 'track' THEN format IN ('mp3', 'opus') ELSE false END),
    CONSTRAINT files_photo_size CHECK (kind <> 'photo' OR octet_length(bytes) BETWEEN 1 AND 5242880),
    CONSTRAINT files_track_size CHECK (kind <> 'track' OR octet_length(bytes) BETWEEN 1 AND 15728640),
    CONSTRAINT files_photo_dimensions CHECK (kind <> 'photo' OR COALESCE(width BETWEEN 200 AND 8000 AND height BETWEEN 200 AND 8000, false)),
    CONSTRAINT files_track_duration CHECK (kind <> 'track' OR COALESCE(seconds > 0, false)),
    CONSTRAINT files_as_read CHECK (sha256 = sha256(bytes))
);
CREATE INDEX ON files (venue_id) WHERE venue_id IS NOT NULL;
CREATE INDEX ON files (artist_id) WHERE artist_id IS NOT NULL;
ALTER TABLE files ALTER bytes SET STORAGE EXTERNAL; -- compressed already; and a part of it is read without the rest

-- A track may stand in for a link (rules.files.sql).
ALTER TABLE artists
    DROP CONSTRAINT artists_links_count,
    ADD CONSTRAINT artists_links_count CHECK (cardinality(links) <= 8);
