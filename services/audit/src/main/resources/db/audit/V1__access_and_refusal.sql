-- Requests that read patient data, shown or denied. `at` is domain time, recorded_at the system's.
CREATE TABLE audit.access (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at          timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor       text NOT NULL,
  role        text NOT NULL,
  site        text,
  patient_ids text[] NOT NULL,
  resource    text NOT NULL,
  purpose     text NOT NULL,
  outcome     text NOT NULL CHECK (outcome IN ('SHOWN', 'DENIED')),
  request     text
);
CREATE INDEX access_patient ON audit.access USING gin (patient_ids);
CREATE INDEX access_at ON audit.access (at);
CREATE INDEX access_actor ON audit.access (actor, at);

-- Refused commands. Command and sentence are sealed under the patient's key, or under the stream's when no patient is known; they are
-- null when that key had been destroyed.
CREATE TABLE audit.refusal (
  id              text PRIMARY KEY,
  at              timestamptz NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  patient_id      text,
  stream_id       text NOT NULL,
  command         text NOT NULL,
  sealed_command  bytea,
  rule            text NOT NULL,
  field           text,
  sealed_sentence bytea,
  policy_version  text NOT NULL,
  actor           text NOT NULL,
  role            text NOT NULL,
  request         text
);
CREATE INDEX refusal_stream ON audit.refusal (stream_id, at);
CREATE INDEX refusal_patient ON audit.refusal (patient_id, at);
CREATE INDEX refusal_rule ON audit.refusal (rule, at);

REVOKE UPDATE, DELETE, TRUNCATE ON audit.access, audit.refusal FROM crossface_server;
