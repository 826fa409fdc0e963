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
