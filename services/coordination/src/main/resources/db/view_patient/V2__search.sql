-- What a search compares: names without accents, apostrophes and capitals. Empty after erasure, as are the names.
ALTER TABLE ${flyway:defaultSchema}.patient ADD COLUMN search text;

-- Which surgery centres know a person. The list of patients is limited to those of the reader.
CREATE TABLE ${flyway:defaultSchema}.patient_site (
  patient_id text NOT NULL,
  site_id    text NOT NULL,
  known_as   text NOT NULL CHECK (known_as IN ('HOME', 'SHARED', 'ENDED')),
  position   bigint NOT NULL,
  PRIMARY KEY (patient_id, site_id)
);
