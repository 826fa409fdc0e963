-- What comes when its time has come. The rows are kept by triggers from what the tables say (rules.clockwork.sql): nobody writes them by hand.
CREATE TABLE deadlines (
    subject uuid NOT NULL,          -- the row that it is about
    kind varchar(32) NOT NULL,
    due_at timestamptz NOT NULL,
    next_at timestamptz NOT NULL,   -- when a node looks at it next: at first when it is due, later when it is tried again
    ran_at timestamptz,
    attempts integer NOT NULL DEFAULT 0,
    error varchar(500),             -- what the last attempt ran into

    PRIMARY KEY (subject, kind)
);
CREATE INDEX deadlines_waiting ON deadlines (next_at) WHERE ran_at IS NULL;
CREATE INDEX deadlines_failing ON deadlines (due_at) WHERE ran_at IS NULL AND attempts > 0;
CREATE INDEX deadlines_ran ON deadlines (ran_at) WHERE ran_at IS NOT NULL;

-- Until when an application is answered. Those that wait already get as much time as a new one.
ALTER TABLE applications
    ADD COLUMN expires_at timestamptz,
    ADD COLUMN reminders integer NOT NULL DEFAULT 0;
UPDATE applications a SET expires_at = LEAST(CASE a.state WHEN 'submitted' THEN GREATEST(a.submitted_at, now()) ELSE a.submitted_at END + interval '5 days', s.starts_at - interval '24 hours')
    FROM slots s WHERE s.id = a.slot_id;
ALTER TABLE applications ALTER expires_at SET NOT NULL;

-- Evenings that went by with nobody booked were read as lapsed, and now are; what was asked for them, or waited for others that were played, ends
-- with them. Nobody is told of what is long over.
UPDATE slots SET state = 'lapsed' WHERE state = 'open' AND starts_at <= now();
UPDATE applications a SET state = 'expired' FROM slots s WHERE s.id = a.slot_id AND a.is_live AND a.state <> 'accepted' AND s.state IN ('lapsed', 'played', 'cancelled');
UPDATE offers o SET state = 'lapsed' FROM applications a WHERE a.id = o.application_id AND o.state = 'standing' AND a.state = 'expired';
UPDATE invitations i SET state = 'expired' FROM slots s WHERE s.id = i.slot_id AND i.state = 'sent' AND s.state IN ('lapsed', 'played', 'cancelled');

-- How long those who are asked for their word have: 24 or 48 hours.
ALTER TABLE venues
    ADD COLUMN answer_hours integer NOT NULL DEFAULT 48,
    ADD CONSTRAINT venues_answer_hours CHECK (answer_hours IN (24, 48));
