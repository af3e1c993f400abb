-- How far the domain's time is from the system's; only a demonstration has the row.
CREATE TABLE domain_time.clock (
  only_row  boolean PRIMARY KEY CHECK (only_row),
  offset_ms bigint NOT NULL
);
REVOKE DELETE, TRUNCATE ON domain_time.clock FROM crossface_server;
