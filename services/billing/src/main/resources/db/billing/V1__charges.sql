-- Tells this database from another one; restored with it. The relay refuses to continue a topic from another event store.
CREATE TABLE billing.store_identity (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  id       uuid NOT NULL DEFAULT gen_random_uuid()
);
INSERT INTO billing.store_identity DEFAULT VALUES;

-- The charges by state, for people. Holds nothing personal: the number of an authorisation stays in the events.
CREATE TABLE billing.charge (
  charge_id           text PRIMARY KEY,
  pathway_id          text NOT NULL,
  patient_id          text NOT NULL,
  case_id             text NOT NULL,
  site_id             text NOT NULL,
  claim               text NOT NULL,
  stage               integer NOT NULL,
  fact_type           text NOT NULL,
  laterality          text,
  graft_length_band   text,
  service_date        date NOT NULL,
  performing_provider text NOT NULL,
  organisation        text NOT NULL,
  codes               text NOT NULL,
  state               text NOT NULL,
  held_for            text NOT NULL,
  raised_at           timestamptz NOT NULL,
  released_at         timestamptz,
  released_position   bigint,
  reversed_at         timestamptz,
  reversal_reason     text,
  position            bigint NOT NULL
);
CREATE INDEX charge_by_state ON billing.charge (state, site_id, raised_at);
CREATE INDEX charge_by_pathway ON billing.charge (pathway_id);

-- Up to which global position charges had reached Kafka when. A copy for people: the relay's place is in Kafka alone.
CREATE TABLE billing.published (
  up_to_position bigint PRIMARY KEY,
  at             timestamptz NOT NULL
);

CREATE TABLE billing.parked (
  pathway_id text PRIMARY KEY,
  event_id   text NOT NULL,
  position   bigint NOT NULL,
  reason     text NOT NULL
);
