-- The events of all streams. `position` is stable: when a reader has seen position p under horizon(), no event at or below p appears later.
-- MINVALUE 0 and the nextval below make last_value a position that was handed out already; horizon() relies on it.
CREATE TABLE eventstore.event (
  position         bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME eventstore.position_seq MINVALUE 0 START 0 CACHE 1) PRIMARY KEY,
  sequence_number  bigint,
  time             timestamptz NOT NULL,
  recorded_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  aggregate_id     text,
  aggregate_type   text,
  event_id         text NOT NULL,
  payload_type     text NOT NULL,
  payload_revision text,
  payload          json NOT NULL,
  metadata         json NOT NULL
);
SELECT nextval('eventstore.position_seq');

CREATE UNIQUE INDEX event_aggregate_uq ON eventstore.event (aggregate_id, sequence_number);
CREATE UNIQUE INDEX event_id_uq ON eventstore.event (event_id);

CREATE TABLE eventstore.snapshot (
  aggregate_id     text NOT NULL,
  sequence_number  bigint NOT NULL,
  time             timestamptz NOT NULL,
  aggregate_type   text,
  event_id         text NOT NULL,
  payload_type     text NOT NULL,
  payload_revision text,
  payload          json NOT NULL,
  metadata         json NOT NULL,
  PRIMARY KEY (aggregate_id, sequence_number)
);

-- A statement trigger fires before the first row is formed, so before its position is taken, for INSERT and COPY alike.
-- 17229 names the lock's purpose; every other advisory lock of the product uses the two-integer form.
CREATE FUNCTION eventstore.lock_position() RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared((17229::bigint << 48) | pg_sequence_last_value('eventstore.position_seq'::regclass));
  RETURN NULL;
END $$;
CREATE TRIGGER lock_position BEFORE INSERT ON eventstore.event FOR EACH STATEMENT EXECUTE FUNCTION eventstore.lock_position();

-- The highest position at or below which nothing will appear any more. Never compare with it in the same statement that reads events:
-- the statement's snapshot would be older than the horizon.
CREATE FUNCTION eventstore.horizon() RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE h bigint; m bigint;
BEGIN
  IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
    RAISE EXCEPTION 'horizon() needs READ COMMITTED';
  END IF;
  h := pg_sequence_last_value('eventstore.position_seq'::regclass);
  SELECT min(((l.classid::bigint & 65535) << 32) | l.objid::bigint) INTO m
    FROM pg_locks l
   WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND (l.classid::bigint >> 16) = 17229
     AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database());
  RETURN least(h, m);
END $$;

REVOKE UPDATE, DELETE, TRUNCATE ON eventstore.event FROM crossface_server;
REVOKE UPDATE, TRUNCATE ON eventstore.snapshot FROM crossface_server;
-- Whoever could set the sequence back could make positions appear below the horizon.
REVOKE UPDATE ON SEQUENCE eventstore.position_seq FROM crossface_server;
