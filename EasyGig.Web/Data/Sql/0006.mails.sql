-- Every mail that EasyGig writes, in the transaction that causes it. MailSender sends them.
CREATE TABLE mails (
    id uuid PRIMARY KEY,
    kind varchar(40) NOT NULL,
    person_id uuid REFERENCES people ON DELETE CASCADE, -- a deleted account leaves no letter behind
    address varchar(254) NOT NULL,
    culture varchar(5) NOT NULL,
    subject varchar(200) NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    ics text,
    slot_id uuid REFERENCES slots ON DELETE SET NULL,
    booking_id uuid REFERENCES bookings ON DELETE SET NULL,
    copy_of uuid REFERENCES mails ON DELETE SET NULL,
    state varchar(16) NOT NULL,
    attempts integer NOT NULL,
    due_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    sent_at timestamptz,
    error varchar(500),

    -- A line break in a header would let a name add headers of its own.
    CONSTRAINT mails_headers_one_line CHECK (address !~ '[[:cntrl:]]' AND subject !~ '[[:cntrl:]]'),
    CONSTRAINT mails_sent_at_present CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
    CONSTRAINT mails_error_present CHECK (state <> 'failed' OR error IS NOT NULL),
    CONSTRAINT mails_sent_again_once UNIQUE (copy_of)
);

-- What the sender asks for, in its order.
CREATE INDEX mails_due ON mails (due_at, id) WHERE state IN ('queued', 'sending');
CREATE INDEX mails_by_person ON mails (person_id);
CREATE INDEX mails_by_booking ON mails (booking_id) WHERE booking_id IS NOT NULL;
CREATE INDEX mails_by_state ON mails (state, created_at);
