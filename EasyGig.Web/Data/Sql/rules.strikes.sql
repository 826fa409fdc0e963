-- A strike that was given is not rewritten: it is lifted once, and a freeze only ends sooner.
CREATE OR REPLACE FUNCTION strikes_fixed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    lifting CONSTANT text[] := ARRAY['lifted_at', 'lifted_reason', 'lifted_by', 'frozen_until'];
BEGIN
    IF OLD.lifted_at IS NOT NULL OR to_jsonb(NEW) - lifting <> to_jsonb(OLD) - lifting
        OR NEW.frozen_until IS DISTINCT FROM OLD.frozen_until AND COALESCE(NEW.frozen_until > OLD.frozen_until, true) THEN
        PERFORM refuse('strikes_fixed', format('strike %s was given', OLD.id));
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER strikes_fixed BEFORE UPDATE ON strikes FOR EACH ROW EXECUTE FUNCTION strikes_fixed();
