-- Reference data that every installation needs; loaded from Data/Reference at migrate (Reference.cs), never written by the site.

CREATE TABLE reference_files (name varchar(32) PRIMARY KEY, hash char(64) NOT NULL);

CREATE TABLE countries (
    code char(2) PRIMARY KEY,
    name text NOT NULL,
    name_it text NOT NULL,
    currency char(3),
    has_cities boolean NOT NULL
);

CREATE TABLE regions (
    code varchar(8) PRIMARY KEY,
    country_code char(2) NOT NULL REFERENCES countries,
    name text NOT NULL,
    name_en text NOT NULL
);

CREATE TABLE cities (
    id integer PRIMARY KEY,
    name text NOT NULL,
    province varchar(80) NOT NULL,
    region_code varchar(8) NOT NULL REFERENCES regions,
    country_code char(2) NOT NULL REFERENCES countries,
    latitude double precision NOT NULL,
    longitude double precision NOT NULL,
    population integer NOT NULL,
    time_zone varchar(64) NOT NULL,
    -- Every name that people type for it, in lower case: with and without accents, other languages.
    names text[] NOT NULL,
    UNIQUE (id, region_code, country_code)
);

CREATE INDEX cities_by_name ON cities USING gin (names);
CREATE INDEX cities_by_region ON cities (region_code);

CREATE TABLE genres (
    bit smallint PRIMARY KEY,
    slug varchar(40) NOT NULL UNIQUE,
    name text NOT NULL,
    name_it text NOT NULL,
    parent_slug varchar(40) REFERENCES genres (slug) DEFERRABLE INITIALLY DEFERRED,
    main boolean NOT NULL
);
