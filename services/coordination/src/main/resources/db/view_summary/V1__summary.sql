-- One document for each pathway: sides, plan, cases, scores and phases, without names of people.
CREATE TABLE ${flyway:defaultSchema}.pathway_summary (
  pathway_id text PRIMARY KEY,
  patient_id text NOT NULL,
  summary    jsonb NOT NULL,
  position   bigint NOT NULL
);
