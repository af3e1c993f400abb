-- Each bundle of views has its own processor, progress and builds, and each view its own schema and revision.

-- How far each bundle has come; written in the transaction of its rows.
CREATE TABLE views.progress (
  bundle   text PRIMARY KEY,
  position bigint NOT NULL
);

-- Which revision of each view people read. A node of a later release builds the views that have a smaller revision than its own; a node of an
-- earlier release writes no rows into views that have a greater one.
CREATE TABLE views.serving (
  view     text PRIMARY KEY,
  bundle   text NOT NULL,
  revision int NOT NULL CHECK (revision > 0),
  since    timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- A build makes some or all views of one bundle; those of earlier releases made all views.
UPDATE views.build SET state = 'CANCELLED', ended_at = clock_timestamp(), ended_by = 'upgrade' WHERE state = 'BUILDING';
DELETE FROM views.worker;
ALTER TABLE views.build
  ADD COLUMN bundle    text   NOT NULL DEFAULT 'all',
  ADD COLUMN views     text[] NOT NULL DEFAULT '{}',
  ADD COLUMN revisions int[]  NOT NULL DEFAULT '{}';
ALTER TABLE views.build ALTER COLUMN bundle DROP DEFAULT, ALTER COLUMN views DROP DEFAULT, ALTER COLUMN revisions DROP DEFAULT;
DROP INDEX views.build_under_way;
CREATE UNIQUE INDEX build_under_way ON views.build (bundle) WHERE state = 'BUILDING';

-- The views of earlier releases stood in one schema, which nothing fills any more; it would keep names that are erased later. The bundles
-- start at the first event.
DROP SCHEMA IF EXISTS coordination CASCADE;
DROP SCHEMA IF EXISTS coordination_next CASCADE;
DROP SCHEMA IF EXISTS coordination_former CASCADE;
DROP SCHEMA IF EXISTS coordination_replay CASCADE;
DELETE FROM processing.token_entry WHERE processor_name LIKE 'coordination%';
DELETE FROM processing.dead_letter WHERE processing_group LIKE 'coordination%';
DELETE FROM processing.parked_letter WHERE processing_group LIKE 'coordination%';
DELETE FROM processing.retry_wanted WHERE processing_group LIKE 'coordination%';
