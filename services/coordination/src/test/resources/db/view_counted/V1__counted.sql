CREATE TABLE ${flyway:defaultSchema}.counted (
  pathway_id text PRIMARY KEY,
  events     bigint NOT NULL,
  label      text NOT NULL,
  position   bigint NOT NULL
);
