-- Every event of a pathway as people read it. Only the strike through a corrected or retracted fact looks for a fact, among the few hundred
-- rows of its pathway, which the primary key finds; so there is no index for it.
CREATE TABLE ${flyway:defaultSchema}.timeline (
  pathway_id    text NOT NULL,
  sequence      bigint NOT NULL,
  position      bigint NOT NULL,
  fact_id       text NOT NULL,
  event         text NOT NULL,
  occurred_at   timestamptz NOT NULL,
  recorded_at   timestamptz NOT NULL,
  actor         text,
  role          text,
  case_id       text,
  area          text NOT NULL,
  title         text NOT NULL,
  detail        text NOT NULL,
  superseded_by bigint,
  PRIMARY KEY (pathway_id, sequence)
);
COMMENT ON COLUMN ${flyway:defaultSchema}.timeline.superseded_by IS 'position of the event that corrected or retracted this one';
