-- What waits for its time, read from what the tables say: this is the whole of it. The verb looks again when the time has come.
CREATE OR REPLACE VIEW awaited (kind, subject, due_at) AS
    SELECT 'application_reminder', id, submitted_at + (3 + reminders) * interval '24 hours' FROM applications
        WHERE state = 'submitted' AND reminders < 2 AND submitted_at + (3 + reminders) * interval '24 hours' < expires_at
    UNION ALL SELECT 'application_expiry', id, expires_at FROM applications WHERE state = 'submitted' AND group_id IS NULL
    UNION ALL SELECT 'offer_reminder', id, due_at - interval '24 hours' FROM offers WHERE state = 'standing' AND NOT listed AND due_at - made_at > interval '48 hours'
    UNION ALL SELECT 'offer_due', id, due_at FROM offers WHERE state = 'standing' AND NOT listed -- down a waiting list it is the slot that waits
    UNION ALL SELECT 'group_due', id, CASE WHEN group_is_broken(groups) THEN submitted_at ELSE due_at END FROM groups WHERE state = 'submitted'
    UNION ALL SELECT 'review_overdue', id, review_due_at FROM bookings WHERE state = 'pending_review' AND review_due_at IS NOT NULL
    UNION ALL SELECT 'review_lapsed', id, starts_at FROM bookings WHERE state = 'pending_review'
    UNION ALL SELECT 'release_reminder', id, starts_at - interval '6 hours' FROM bookings WHERE state = 'confirmed' AND starts_at - cannot_play_at > interval '12 hours'
    UNION ALL SELECT 'release_due', id, starts_at FROM bookings WHERE state = 'confirmed' AND cannot_play_at IS NOT NULL
    UNION ALL SELECT 'played', id, ends_at + interval '12 hours' FROM bookings WHERE state = 'confirmed' AND cannot_play_at IS NULL
    UNION ALL SELECT 'slot_lapse', id, starts_at FROM slots WHERE state = 'open'
    UNION ALL SELECT 'revival_due', id, asked_until FROM slots WHERE asked_until IS NOT NULL
    UNION ALL SELECT 'strike_lapse', id, lapses_at FROM strikes WHERE lifted_at IS NULL
    UNION ALL SELECT 'freeze_end', id, frozen_until FROM strikes WHERE frozen_until IS NOT NULL
    UNION ALL SELECT 'hold_expiring', id, decide_by - interval '24 hours' FROM holds
        WHERE state = 'active' AND committed_at IS NULL AND reminded_at IS NULL AND decide_by - placed_at > interval '24 hours'
    UNION ALL SELECT 'hold_expired', id, stands_until FROM holds WHERE state = 'active'
    UNION ALL SELECT 'challenge_due', id, due_at FROM challenges WHERE state = 'running'
    UNION ALL SELECT 'search_round', id, at FROM fresh_slots
    UNION ALL SELECT 'search_alert', id, due_at FROM searches WHERE due_at IS NOT NULL;

-- Keeps the deadlines of the rows that a statement wrote as the view says. What has run stays as a note of it, until something of its kind is awaited at another time.
-- The site itself may only say how a deadline went (grants.sql).
-- OFFSET 0 keeps the planner from joining the view as a whole: as a condition on one row, the subject reaches the index of each table; joined, it would not,
-- and every statement would read all that is awaited.
CREATE OR REPLACE FUNCTION keep_deadlines() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    DELETE FROM deadlines d USING changed c
        WHERE d.subject = c.id AND d.ran_at IS NULL AND NOT EXISTS (SELECT FROM awaited a WHERE a.subject = d.subject AND a.kind = d.kind OFFSET 0);
    INSERT INTO deadlines AS d (subject, kind, due_at, next_at)
        SELECT a.subject, a.kind, a.due_at, a.due_at FROM changed c CROSS JOIN LATERAL (SELECT * FROM awaited WHERE subject = c.id OFFSET 0) a
        WHERE NOT EXISTS (SELECT FROM deadlines o WHERE o.subject = a.subject AND o.kind = a.kind AND o.due_at = a.due_at) -- what stays is not locked
        ON CONFLICT (subject, kind) DO UPDATE SET due_at = EXCLUDED.due_at, next_at = EXCLUDED.next_at, ran_at = NULL, attempts = 0, error = NULL
        WHERE d.due_at <> EXCLUDED.due_at;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER applications_due AFTER INSERT ON applications REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER applications_due_again AFTER UPDATE ON applications REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER offers_ending AFTER INSERT ON offers REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER offers_ending_again AFTER UPDATE ON offers REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER bookings_due AFTER INSERT ON bookings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER bookings_due_again AFTER UPDATE ON bookings REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER slots_due AFTER INSERT ON slots REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER slots_due_again AFTER UPDATE ON slots REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER strikes_due AFTER INSERT ON strikes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER strikes_due_again AFTER UPDATE ON strikes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER groups_due AFTER INSERT ON groups REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER groups_due_again AFTER UPDATE ON groups REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER holds_due AFTER INSERT ON holds REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER holds_due_again AFTER UPDATE ON holds REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER challenges_due AFTER INSERT ON challenges REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER challenges_due_again AFTER UPDATE ON challenges REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER fresh_slots_due AFTER INSERT ON fresh_slots REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER fresh_slots_due_again AFTER UPDATE ON fresh_slots REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER fresh_slots_done AFTER DELETE ON fresh_slots REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER searches_due AFTER INSERT ON searches REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER searches_due_again AFTER UPDATE ON searches REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();
CREATE OR REPLACE TRIGGER searches_gone AFTER DELETE ON searches REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadlines();

-- What is awaited since before there were deadlines, or of a kind that is new.
INSERT INTO deadlines (subject, kind, due_at, next_at) SELECT subject, kind, due_at, due_at FROM awaited a
    WHERE NOT EXISTS (SELECT FROM deadlines d WHERE d.subject = a.subject AND d.kind = a.kind);
