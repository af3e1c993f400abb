-- What the discharge needs is the evaluation of its conditions, kept as a document; what it was computed from before goes.
-- A row that was written before has none, and shows nobody as ready, until the views are built anew.
ALTER TABLE ${flyway:defaultSchema}.theatre_day
    ADD COLUMN gate jsonb,
    DROP COLUMN aldrete,
    DROP COLUMN aldrete_at,
    DROP COLUMN padss,
    DROP COLUMN padss_lowest,
    DROP COLUMN padss_at,
    DROP COLUMN pain,
    DROP COLUMN evaluated_at,
    DROP COLUMN order_at,
    DROP COLUMN escort_at,
    DROP COLUMN escort_exempted,
    DROP COLUMN instructions_at,
    DROP COLUMN flap_planned_at,
    DROP COLUMN flap_passed_at;
