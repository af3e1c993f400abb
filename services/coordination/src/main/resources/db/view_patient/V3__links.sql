-- The main one of those who are one person; empty for a main one and for a person who is linked with nobody.
ALTER TABLE ${flyway:defaultSchema}.patient ADD COLUMN main_id text;
CREATE INDEX patient_main ON ${flyway:defaultSchema}.patient (main_id) WHERE main_id IS NOT NULL;
