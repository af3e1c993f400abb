-- What the discharge needs is the evaluation of its conditions, kept as a document. A row that was written before has none, and shows nobody
-- as ready, until the views are built anew. The columns that it was computed from before stay for nodes of the release before; nothing
-- fills them any more.
ALTER TABLE ${flyway:defaultSchema}.theatre_day
    ADD COLUMN gate jsonb,
    ALTER COLUMN escort_exempted SET DEFAULT false;
