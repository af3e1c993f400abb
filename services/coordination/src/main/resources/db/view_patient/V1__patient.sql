-- Who people are. Names of people stand in the table patient only; every other view holds identifiers, codes, dates and figures.
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

-- Which pathways are a person's: who reads one of them is told of a changed name.
CREATE TABLE ${flyway:defaultSchema}.pathway (
  pathway_id text PRIMARY KEY,
  patient_id text NOT NULL,
  position   bigint NOT NULL
);
CREATE INDEX pathway_patient ON ${flyway:defaultSchema}.pathway (patient_id);
