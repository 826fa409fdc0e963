-- What the site's database user may do: work with the rows, and neither change the schema nor rewrite what happened.
-- Replayed at every migrate; {site} is the user's quoted name.
GRANT USAGE ON SCHEMA public TO {site};
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database()); END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {site};
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {site};
REVOKE UPDATE, DELETE ON audit, slot_versions, offers, invitations, strikes, messages, message_reads, ratings FROM {site};
GRANT UPDATE (state) ON offers, invitations TO {site};
GRANT UPDATE (frozen_until, lifted_at, lifted_reason, lifted_by) ON strikes TO {site};
REVOKE UPDATE ON attachments FROM {site};
REVOKE INSERT, UPDATE, DELETE ON deadlines FROM {site};
GRANT UPDATE (next_at, ran_at, attempts, error) ON deadlines TO {site};
REVOKE DELETE ON booking_versions, roster_entries, groups, group_pairs, holds, challenges FROM {site};
REVOKE INSERT, UPDATE, DELETE ON state_steps, reference_files, countries, regions, cities, genres, "__EFMigrationsHistory" FROM {site};
