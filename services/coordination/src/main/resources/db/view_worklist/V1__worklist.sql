-- One row for each open task with its moments. Where it stands at an instant is a comparison with them in the query; nothing changes a row
-- because time passes. A moment that cannot come is 'infinity', one that has always been is '-infinity'.
CREATE TABLE ${flyway:defaultSchema}.task (
  task_id       text PRIMARY KEY,
  pathway_id    text NOT NULL,
  task          text NOT NULL,
  patient_id    text NOT NULL,
  number        text NOT NULL,
  site_id       text NOT NULL,
  code          text NOT NULL,
  kind          text NOT NULL,
  rank          integer NOT NULL,
  owner         text NOT NULL,
  person        text,
  surgeon_ids   text[] NOT NULL,
  starts_at     timestamptz NOT NULL,
  ends_at       timestamptz NOT NULL,
  due_at        timestamptz NOT NULL,
  overdue_at    timestamptz NOT NULL,
  escalated_at  timestamptz NOT NULL,
  late_at       timestamptz NOT NULL,
  rests_until   timestamptz NOT NULL,
  line          jsonb NOT NULL,
  sequence      bigint NOT NULL,
  position      bigint NOT NULL
);
CREATE INDEX task_pathway ON ${flyway:defaultSchema}.task (pathway_id);
CREATE INDEX task_patient ON ${flyway:defaultSchema}.task (patient_id);
CREATE INDEX task_person ON ${flyway:defaultSchema}.task (person) WHERE person IS NOT NULL;
CREATE INDEX task_late ON ${flyway:defaultSchema}.task (rank, late_at, task_id);
CREATE INDEX task_late_of_role ON ${flyway:defaultSchema}.task (owner, rank, late_at, task_id);
CREATE INDEX task_due ON ${flyway:defaultSchema}.task (due_at, task_id);
CREATE INDEX task_due_of_role ON ${flyway:defaultSchema}.task (owner, due_at, task_id);
COMMENT ON COLUMN ${flyway:defaultSchema}.task.rank IS '0 for the safety of a patient, which comes first; else 1';
COMMENT ON COLUMN ${flyway:defaultSchema}.task.late_at IS 'when it is overdue or escalated, whichever comes first';
COMMENT ON COLUMN ${flyway:defaultSchema}.task.rests_until IS 'until somebody who put it off goes on with it, or somebody else is told of it';

-- The newest event of each pathway: an open task of an older one is done. Whose pathway it is now holds for what was done before, too.
CREATE TABLE ${flyway:defaultSchema}.pathway (
  pathway_id text PRIMARY KEY,
  patient_id text NOT NULL,
  number     text NOT NULL,
  site_id    text NOT NULL,
  position   bigint NOT NULL
);

-- What was done: one row for each fact of a command that satisfies timers.
CREATE TABLE ${flyway:defaultSchema}.done (
  pathway_id   text NOT NULL,
  sequence     bigint NOT NULL,
  fact_id      text NOT NULL,
  recorded_at  timestamptz NOT NULL,
  actor        text,
  role         text,
  title        text NOT NULL,
  codes        text[] NOT NULL,
  taken_back   boolean NOT NULL DEFAULT false,
  position     bigint NOT NULL,
  PRIMARY KEY (pathway_id, sequence)
);
CREATE INDEX done_recorded ON ${flyway:defaultSchema}.done (recorded_at);
CREATE INDEX done_fact ON ${flyway:defaultSchema}.done (pathway_id, fact_id);
