-- A look goes on behind the last deadline that it has leased, also among those of one instant: it does not step over the versions of rows
-- that a reader with an old snapshot keeps alive.
DROP INDEX deadlines.deadline_at;
CREATE INDEX deadline_at ON deadlines.deadline (name, at, key);
-- Each deadline that is handled leaves two versions of its row.
ALTER TABLE deadlines.deadline SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
