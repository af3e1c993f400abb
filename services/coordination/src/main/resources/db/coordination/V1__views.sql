-- The views of the coordination module. The schema is a placeholder, so that a replay can build the same tables beside the serving ones.
-- Names of people stand in the table patient only; every other table holds identifiers, codes, dates and figures.

CREATE TABLE ${flyway:defaultSchema}.patient (
  patient_id  text PRIMARY KEY,
  family_name text,
  given_name  text,
  birth_date  date,
  zone        text,
  erased      boolean NOT NULL DEFAULT false,
  position    bigint NOT NULL
);
COMMENT ON TABLE ${flyway:defaultSchema}.patient IS 'One row per person; the personal columns are empty after erasure';

CREATE TABLE ${flyway:defaultSchema}.board (
  pathway_id          text PRIMARY KEY,
  patient_id          text NOT NULL,
  number              text NOT NULL,
  site_id             text NOT NULL,
  zone                text NOT NULL,
  phase               text NOT NULL,
  lane                text NOT NULL,
  side                text,
  referred_on         date NOT NULL,
  reason_missing      boolean NOT NULL,
  visit_at            timestamptz,
  factors             int NOT NULL,
  review_on           date,
  plan_version        int,
  consent_until       date,
  clearance_items     int NOT NULL,
  clearance_until     date,
  stage_one_on        date,
  graft_mm            numeric(5, 1),
  tinel_mm            numeric(5, 1),
  tinel_on            date,
  tinel_at_end        boolean NOT NULL,
  confirmed_on        date,
  window_end          date,
  stage_two_on        date,
  movement_on         date,
  adherence_percent   int,
  sunnybrook          int[] NOT NULL,
  excursion_mm        numeric(4, 1),
  surgeon_ids         text[] NOT NULL,
  open_red_flags      int NOT NULL,
  open_complications  int NOT NULL,
  next_appointment_at timestamptz,
  next_code           text,
  next_label          text,
  next_due            date,
  next_overdue        date,
  next_at             timestamptz,
  dues                jsonb NOT NULL,
  ended_on            date,
  outcome             text,
  sequence            bigint NOT NULL,
  position            bigint NOT NULL
);
CREATE INDEX board_lane ON ${flyway:defaultSchema}.board (lane);
CREATE INDEX board_patient ON ${flyway:defaultSchema}.board (patient_id);

CREATE TABLE ${flyway:defaultSchema}.theatre_day (
  case_id           text PRIMARY KEY,
  pathway_id        text NOT NULL,
  patient_id        text NOT NULL,
  number            text NOT NULL,
  site_id           text NOT NULL,
  zone              text NOT NULL,
  day               date NOT NULL,
  room              text NOT NULL,
  stage             text NOT NULL,
  side              text,
  donor_side        text,
  surgeon_ids       text[] NOT NULL,
  planned_start     timestamptz NOT NULL,
  planned_end       timestamptz NOT NULL,
  recovery_minutes  int NOT NULL,
  rung              text NOT NULL,
  admitted_at       timestamptz,
  prepared_at       timestamptz,
  entered_at        timestamptz,
  incision_at       timestamptz,
  closure_at        timestamptz,
  left_at           timestamptz,
  recovery_at       timestamptz,
  second_phase_at   timestamptz,
  departed_at       timestamptz,
  ended_as          text,
  destination       text,
  aldrete           int,
  aldrete_at        timestamptz,
  padss             int,
  padss_lowest      int,
  padss_at          timestamptz,
  pain              int,
  evaluated_at      timestamptz,
  order_at          timestamptz,
  escort_at         timestamptz,
  escort_exempted   boolean NOT NULL,
  instructions_at   timestamptz,
  flap_planned_at   timestamptz,
  flap_passed_at    timestamptz,
  flap_suspected_at timestamptz,
  ischemia_minutes  int,
  extended_at       timestamptz,
  signed_at         timestamptz,
  position          bigint NOT NULL
);
CREATE INDEX theatre_day_day ON ${flyway:defaultSchema}.theatre_day (site_id, day);
CREATE INDEX theatre_day_pathway ON ${flyway:defaultSchema}.theatre_day (pathway_id);

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
CREATE INDEX timeline_fact ON ${flyway:defaultSchema}.timeline (pathway_id, fact_id);
COMMENT ON COLUMN ${flyway:defaultSchema}.timeline.superseded_by IS 'position of the event that corrected or retracted this one';

CREATE TABLE ${flyway:defaultSchema}.pathway_summary (
  pathway_id text PRIMARY KEY,
  patient_id text NOT NULL,
  summary    jsonb NOT NULL,
  position   bigint NOT NULL
);

CREATE TABLE ${flyway:defaultSchema}.progress (
  view     text PRIMARY KEY,
  position bigint NOT NULL
);
COMMENT ON TABLE ${flyway:defaultSchema}.progress IS 'How far each view has come; written in the transaction of its rows';
