-- What the transactions of the last minutes have changed in the views, for the live pages of other nodes. It holds identifiers only.
CREATE TABLE wakeup.view_change (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
  node        text NOT NULL,
  view        text NOT NULL,
  entity      text NOT NULL,
  position    bigint NOT NULL,
  at          timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN wakeup.view_change.transaction IS 'Readers go by it: the order of id is not the order in which rows become visible';
CREATE INDEX view_change_transaction ON wakeup.view_change (transaction);
CREATE INDEX view_change_at ON wakeup.view_change (at);
