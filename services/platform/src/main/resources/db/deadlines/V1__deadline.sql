-- When something is to be looked at again: one instant for each key of a kind of work. Instants are those of the domain's clock, leases
-- those of PostgreSQL's.
CREATE TABLE deadlines.deadline (
  name         text NOT NULL,
  key          text NOT NULL,
  at           timestamptz NOT NULL,
  leased_until timestamptz,
  failures     int NOT NULL DEFAULT 0,
  failure      text,
  PRIMARY KEY (name, key)
) WITH (fillfactor = 70); -- a lease changes no indexed column, so that its new version of the row fits on the same page
CREATE INDEX deadline_at ON deadlines.deadline (name, at);
