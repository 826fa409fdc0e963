-- Who plays, where, and who works for whom.

CREATE TABLE organisations (
    id uuid PRIMARY KEY,
    slug varchar(80) NOT NULL,
    name varchar(120) NOT NULL,
    kind varchar(16) NOT NULL,
    city_id integer NOT NULL,
    region_code varchar(8) NOT NULL,
    country_code char(2) NOT NULL,
    about varchar(4000) NOT NULL,
    verified_at timestamptz,

    CONSTRAINT organisations_slug_unique UNIQUE (slug),
    CONSTRAINT organisations_name_present CHECK (length(btrim(name)) > 0),
    FOREIGN KEY (city_id, region_code, country_code) REFERENCES cities (id, region_code, country_code)
);

CREATE TABLE organisation_members (
    organisation_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES people,
    PRIMARY KEY (organisation_id, person_id)
);
CREATE INDEX ON organisation_members (person_id);

CREATE TABLE venues (
    id uuid PRIMARY KEY,
    slug varchar(80) NOT NULL,
    name varchar(120) NOT NULL,
    about varchar(4000) NOT NULL,
    address varchar(200) NOT NULL,
    city_id integer NOT NULL,
    region_code varchar(8) NOT NULL,
    country_code char(2) NOT NULL,
    latitude double precision NOT NULL,
    longitude double precision NOT NULL,
    time_zone varchar(64) NOT NULL,
    currency char(3) NOT NULL,
    backline varchar(4000) NOT NULL,
    photos text[] NOT NULL,
    house_promoter_id uuid REFERENCES organisations,
    verified_at timestamptz,

    UNIQUE (id, currency),
    CONSTRAINT venues_slug_unique UNIQUE (slug),
    CONSTRAINT venues_name_present CHECK (length(btrim(name)) > 0),
    CONSTRAINT venues_coordinates CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180),
    CONSTRAINT venues_photos_count CHECK (cardinality(photos) <= 8),
    FOREIGN KEY (city_id, region_code, country_code) REFERENCES cities (id, region_code, country_code)
);
CREATE INDEX ON venues (house_promoter_id);

CREATE TABLE venue_directors (
    venue_id uuid NOT NULL REFERENCES venues ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES people,
    PRIMARY KEY (venue_id, person_id)
);
CREATE INDEX ON venue_directors (person_id);

CREATE TABLE stages (
    id uuid PRIMARY KEY,
    venue_id uuid NOT NULL REFERENCES venues ON DELETE CASCADE,
    name varchar(80) NOT NULL,
    capacity integer NOT NULL,
    room varchar(16) NOT NULL,
    changeover integer NOT NULL, -- minutes

    UNIQUE (id, venue_id),
    CONSTRAINT stages_name_unique UNIQUE (venue_id, name),
    CONSTRAINT stages_capacity_positive CHECK (capacity > 0),
    CONSTRAINT stages_changeover_range CHECK (changeover BETWEEN 0 AND 240)
);

CREATE TABLE artists (
    id uuid PRIMARY KEY,
    slug varchar(80) NOT NULL,
    kind varchar(16) NOT NULL,
    name varchar(120) NOT NULL,
    city_id integer NOT NULL,
    region_code varchar(8) NOT NULL,
    country_code char(2) NOT NULL,
    genres bit(128) NOT NULL,
    category varchar(16) NOT NULL,
    fee numeric(14,3) NOT NULL,
    currency char(3) NOT NULL,
    negotiable boolean NOT NULL,
    links text[] NOT NULL,
    bio varchar(4000) NOT NULL,
    rider varchar(4000) NOT NULL,

    CONSTRAINT artists_slug_unique UNIQUE (slug),
    CONSTRAINT artists_name_present CHECK (length(btrim(name)) > 0),
    CONSTRAINT artists_genres_count CHECK (bit_count(genres) BETWEEN 1 AND 5),
    CONSTRAINT artists_fee_not_negative CHECK (fee >= 0),
    CONSTRAINT artists_links_count CHECK (cardinality(links) BETWEEN 1 AND 8),
    FOREIGN KEY (city_id, region_code, country_code) REFERENCES cities (id, region_code, country_code)
);

CREATE TABLE artist_members (
    id uuid PRIMARY KEY,
    artist_id uuid NOT NULL REFERENCES artists ON DELETE CASCADE,
    person_id uuid REFERENCES people,
    name varchar(120) NOT NULL,
    plays varchar(80) NOT NULL,
    UNIQUE (artist_id, person_id)
);
CREATE INDEX ON artist_members (person_id);
