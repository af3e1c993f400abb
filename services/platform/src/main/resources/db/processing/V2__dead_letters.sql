-- What people do about events that were set aside.

-- Sequences that are to be tried again; a node that runs the processor takes the row away when it has tried.
CREATE TABLE processing.retry_wanted (
  processing_group    text NOT NULL,
  sequence_identifier text NOT NULL,
  wanted_at           timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (processing_group, sequence_identifier)
);

-- Letters that somebody has decided not to try again for now. WAIT: the letter stays in the queue and its sequence waits behind it.
-- GO_ON: the letter has left the queue and the later ones are handled without it.
CREATE TABLE processing.parked_letter (
  dead_letter_id      text PRIMARY KEY,
  processing_group    text NOT NULL,
  sequence_identifier text NOT NULL,
  event_identifier    text NOT NULL,
  later               text NOT NULL CHECK (later IN ('WAIT', 'GO_ON')),
  reason              text NOT NULL,
  parked_by           text NOT NULL,
  parked_at           timestamptz NOT NULL DEFAULT clock_timestamp(),
  cause_type          text,
  cause_message       text
);
CREATE INDEX parked_letter_sequence ON processing.parked_letter (processing_group, sequence_identifier);

-- Who did what about them; only ever appended to.
CREATE TABLE processing.letter_journal (
  entry               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at                  timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor               text NOT NULL,
  act                 text NOT NULL,
  processing_group    text NOT NULL,
  sequence_identifier text NOT NULL,
  detail              text NOT NULL
);
REVOKE UPDATE, DELETE, TRUNCATE ON processing.letter_journal FROM crossface_server;
