-- Tells every node what has changed. Replayed at every migrate, so edit in place.

-- Something that public pages show; once for each transaction, however many rows.
CREATE OR REPLACE FUNCTION tell_public() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM pg_notify('easygig_public', '');
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER venues_tell_public AFTER INSERT OR UPDATE OR DELETE ON venues FOR EACH STATEMENT EXECUTE FUNCTION tell_public();
CREATE OR REPLACE TRIGGER stages_tell_public AFTER INSERT OR UPDATE OR DELETE ON stages FOR EACH STATEMENT EXECUTE FUNCTION tell_public();
CREATE OR REPLACE TRIGGER artists_tell_public AFTER INSERT OR UPDATE OR DELETE ON artists FOR EACH STATEMENT EXECUTE FUNCTION tell_public();
CREATE OR REPLACE TRIGGER artist_members_tell_public AFTER INSERT OR UPDATE OR DELETE ON artist_members FOR EACH STATEMENT EXECUTE FUNCTION tell_public();
CREATE OR REPLACE TRIGGER slots_tell_public AFTER INSERT OR UPDATE OR DELETE ON slots FOR EACH STATEMENT EXECUTE FUNCTION tell_public();
CREATE OR REPLACE TRIGGER offers_tell_public AFTER INSERT OR UPDATE ON offers FOR EACH STATEMENT EXECUTE FUNCTION tell_public();
CREATE OR REPLACE TRIGGER bookings_tell_public AFTER INSERT OR UPDATE OR DELETE ON bookings FOR EACH STATEMENT EXECUTE FUNCTION tell_public();
CREATE OR REPLACE TRIGGER files_tell_public AFTER INSERT OR UPDATE OR DELETE ON files FOR EACH STATEMENT EXECUTE FUNCTION tell_public();
CREATE OR REPLACE TRIGGER ratings_tell_public AFTER INSERT OR UPDATE OR DELETE ON ratings FOR EACH STATEMENT EXECUTE FUNCTION tell_public();

-- What the pages that people have open show, by its ids alone, each once for a transaction. The lock that NOTIFY takes at the end
-- is short and one for all: nothing else is done here.
CREATE OR REPLACE FUNCTION tell_pages(topics text[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM pg_notify('easygig_live', topic) FROM unnest(topics) topic;
END $$;

-- Whatever happens is in the trail, so nothing else need be looked at.
CREATE OR REPLACE FUNCTION tell_what_happened() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM tell_pages(array_agg(DISTINCT topic)) FROM told,
        unnest(ARRAY['booking:' || booking_id, 'application:' || application_id, 'slot:' || slot_id]) topic WHERE topic IS NOT NULL;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION tell_whoever_is_noticed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM tell_pages(array_agg(DISTINCT 'person:' || person_id)) FROM told;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION tell_signed_out() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'sessions' THEN
        PERFORM tell_pages(ARRAY['signed_out:' || OLD.person_id]);
    ELSE
        PERFORM tell_pages(ARRAY['signed_out:' || NEW.id]);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER audit_tell_pages AFTER INSERT ON audit REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION tell_what_happened();
CREATE OR REPLACE TRIGGER notices_tell_pages AFTER INSERT ON notices REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION tell_whoever_is_noticed();
CREATE OR REPLACE TRIGGER notices_read_tell_pages AFTER UPDATE ON notices REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION tell_whoever_is_noticed();
CREATE OR REPLACE TRIGGER sessions_tell_pages AFTER DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION tell_signed_out();
CREATE OR REPLACE TRIGGER people_tell_pages AFTER UPDATE OF security_stamp ON people FOR EACH ROW
    WHEN (OLD.security_stamp IS DISTINCT FROM NEW.security_stamp) EXECUTE FUNCTION tell_signed_out();
