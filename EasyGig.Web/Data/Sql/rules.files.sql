-- An artist can be heard somewhere: by a link or a track. Whoever takes one away locks the artist before looking whether
-- another is left, so that the last link and the last track do not go at once.
CREATE OR REPLACE FUNCTION artists_heard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    artist uuid;
    number integer;
BEGIN
    IF TG_TABLE_NAME = 'files' THEN artist := OLD.artist_id; ELSE artist := NEW.id; END IF;
    SELECT cardinality(links) INTO number FROM artists WHERE id = artist FOR NO KEY UPDATE;
    IF number = 0 AND NOT EXISTS (SELECT FROM files WHERE artist_id = artist AND kind = 'track') THEN
        PERFORM refuse('artists_heard', format('artist %s has neither link nor track', artist));
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER artists_heard AFTER INSERT OR UPDATE OF links ON artists
    FOR EACH ROW WHEN (cardinality(NEW.links) = 0) EXECUTE FUNCTION artists_heard();
CREATE OR REPLACE TRIGGER artists_heard AFTER DELETE OR UPDATE OF artist_id, kind ON files
    FOR EACH ROW WHEN (OLD.kind = 'track') EXECUTE FUNCTION artists_heard();
