-- One row for each surgical case. Columns are what a day is found and sorted by; what a bar shows is one document, without names of people.
CREATE TABLE ${flyway:defaultSchema}.theatre_day (
  case_id       text PRIMARY KEY,
  pathway_id    text NOT NULL,
  patient_id    text NOT NULL,
  site_id       text NOT NULL,
  day           date NOT NULL,
  room          text NOT NULL,
  planned_start timestamptz NOT NULL,
  ended_as      text,
  bar           jsonb NOT NULL,
  position      bigint NOT NULL
);
CREATE INDEX theatre_day_day ON ${flyway:defaultSchema}.theatre_day (site_id, day);
CREATE INDEX theatre_day_pathway ON ${flyway:defaultSchema}.theatre_day (pathway_id);
