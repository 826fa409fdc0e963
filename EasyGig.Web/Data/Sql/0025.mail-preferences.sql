-- Groups of mails that people do not want. What binds is always sent.
CREATE TABLE mail_preferences (
    person_id uuid REFERENCES people ON DELETE CASCADE,
    unwanted varchar(16),
    PRIMARY KEY (person_id, unwanted),
    CONSTRAINT mail_preferences_what_binds CHECK (unwanted <> 'always')
);

-- Who is told of a booking by a notice alone is in its history like those who are told by mail.
ALTER TABLE notices ADD COLUMN booking_id uuid REFERENCES bookings ON DELETE SET NULL;
CREATE INDEX notices_by_booking ON notices (booking_id) WHERE booking_id IS NOT NULL;
