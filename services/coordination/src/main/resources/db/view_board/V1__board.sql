-- One row for each pathway. Columns are what the board filters and sorts by; what a card shows is one document, without names of people.
CREATE TABLE ${flyway:defaultSchema}.board (
  pathway_id   text PRIMARY KEY,
  patient_id   text NOT NULL,
  number       text NOT NULL,
  site_id      text NOT NULL,
  phase        text NOT NULL,
  lane         text NOT NULL,
  side         text,
  surgeon_ids  text[] NOT NULL,
  next_due     date,
  next_overdue date,
  ended_on     date,
  card         jsonb NOT NULL,
  sequence     bigint NOT NULL,
  position     bigint NOT NULL
);
CREATE INDEX board_lane ON ${flyway:defaultSchema}.board (lane);
CREATE INDEX board_patient ON ${flyway:defaultSchema}.board (patient_id);
COMMENT ON COLUMN ${flyway:defaultSchema}.board.position IS 'position of the event that the row follows from';
