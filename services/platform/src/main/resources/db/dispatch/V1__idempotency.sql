-- The answers of requests that came with an idempotency key, written in the transaction of their events.
CREATE TABLE dispatch.idempotency (
  actor           text NOT NULL,
  key             text NOT NULL,
  route           text NOT NULL,
  body_hash       text NOT NULL,
  position        bigint,
  sequence_number bigint,
  stream_id       text,
  created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_created ON dispatch.idempotency (created_at);
