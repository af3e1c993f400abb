CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA reservations;

-- A key of a set, which one holder has.
CREATE TABLE reservations.holding (
  set_name text NOT NULL,
  key      text NOT NULL,
  holder   text NOT NULL,
  PRIMARY KEY (set_name, key)
);
CREATE INDEX holding_holder ON reservations.holding (set_name, holder);

-- A period for which a holder occupies a resource; the periods of two holders never overlap.
CREATE TABLE reservations.occupation (
  set_name text NOT NULL,
  resource text NOT NULL,
  period   tstzrange NOT NULL CHECK (NOT isempty(period)),
  holder   text NOT NULL,
  CONSTRAINT one_holder_at_a_time EXCLUDE USING gist
    (set_name WITH =, resource WITH =, period WITH &&, holder WITH <>)
);
CREATE INDEX occupation_holder ON reservations.occupation (set_name, holder);
