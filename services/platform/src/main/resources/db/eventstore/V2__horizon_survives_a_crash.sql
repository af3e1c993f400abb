-- As before, but always the position of an event that is stored. The last position handed out may be one of a transaction that rolled back,
-- of which nothing need be on disk yet: after a crash the sequence would hand it out again, below a horizon that a reader has kept. An event
-- that can be seen is on disk, and with it that its position was handed out. Events of the caller's own transaction lie above its own lock.
-- The DDL's nextval took 0.
CREATE OR REPLACE FUNCTION eventstore.horizon() RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE h bigint; m bigint; p bigint;
BEGIN
  IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
    RAISE EXCEPTION 'horizon() needs READ COMMITTED';
  END IF;
  h := pg_sequence_last_value('eventstore.position_seq'::regclass);
  SELECT min(((l.classid::bigint & 65535) << 32) | l.objid::bigint) INTO m
    FROM pg_locks l
   WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND (l.classid::bigint >> 16) = 17229
     AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database());
  SELECT max(position) INTO p FROM eventstore.event WHERE position <= least(h, m);
  RETURN coalesce(p, 0);
END $$;
