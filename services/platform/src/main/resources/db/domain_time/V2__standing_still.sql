-- When a server last saw the clock, in milliseconds of system time: the clock stands still while no server runs.
ALTER TABLE domain_time.clock ADD COLUMN seen_ms bigint;
