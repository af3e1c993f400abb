-- Which patients after-care has to look after, and from when on. What has to be done follows from the facts when somebody asks; no row says it.
CREATE TABLE ${flyway:defaultSchema}.aftercare (
  pathway_id text PRIMARY KEY,
  patient_id text NOT NULL,
  site_id    text NOT NULL,
  shown_from timestamptz,
  position   bigint NOT NULL
);
CREATE INDEX aftercare_site ON ${flyway:defaultSchema}.aftercare (site_id, shown_from) WHERE shown_from IS NOT NULL;
COMMENT ON COLUMN ${flyway:defaultSchema}.aftercare.shown_from IS 'the first instant from which something of after-care may be done; empty while nothing has to be';
