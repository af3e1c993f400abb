-- What was sent to whom, when, and what became of it. The address and the text are sealed under the patient's key, so that an erasure takes
-- them away; everything else names nobody but by identifiers.
CREATE TABLE messages.message (
  id           text PRIMARY KEY,
  event_id     text NOT NULL,
  pathway_id   text NOT NULL,
  patient_id   text NOT NULL,
  site_id      text NOT NULL,
  kind         text NOT NULL,
  timer        text NOT NULL,
  user_id      text, -- of the staff; NULL when it is for the patient
  sealed       bytea,
  state        text NOT NULL,
  requested_at timestamptz NOT NULL, -- by the domain's clock, as is useless_at
  useless_at   timestamptz NOT NULL,
  attempts     int NOT NULL DEFAULT 0,
  try_at       timestamptz NOT NULL DEFAULT clock_timestamp(), -- by PostgreSQL's, as is leased_until
  leased_until timestamptz,
  told         boolean NOT NULL DEFAULT false -- whether the pathway knows the outcome
);
CREATE INDEX message_waiting ON messages.message (try_at) WHERE state = 'WAITING' OR NOT told;
CREATE INDEX message_newest ON messages.message (requested_at DESC, id DESC);
CREATE INDEX message_patient ON messages.message (patient_id);

-- Each attempt to hand a message to a mail server. The reply is the code alone: its text may hold the address.
CREATE TABLE messages.attempt (
  message_id text NOT NULL REFERENCES messages.message (id),
  number     int NOT NULL,
  at         timestamptz NOT NULL,
  outcome    text NOT NULL,
  reply      text NOT NULL,
  PRIMARY KEY (message_id, number)
);
REVOKE DELETE, TRUNCATE ON messages.attempt FROM crossface_server;
REVOKE DELETE, TRUNCATE ON messages.message FROM crossface_server;

-- Who of the staff wants the escalations and notices of a role.
CREATE TABLE messages.subscription (
  user_id text NOT NULL,
  role    text NOT NULL,
  PRIMARY KEY (user_id, role)
);
