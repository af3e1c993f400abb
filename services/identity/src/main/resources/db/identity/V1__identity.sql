-- People who sign in. A user name is kept in lower case.
CREATE TABLE identity.app_user (
  id                   text PRIMARY KEY,
  user_name            text NOT NULL UNIQUE CHECK (user_name = lower(user_name) AND length(user_name) BETWEEN 1 AND 100),
  display_name         text NOT NULL,
  roles                text[] NOT NULL CHECK (cardinality(roles) > 0),
  organisation         text NOT NULL,
  sites                text[] NOT NULL,
  password_hash        text NOT NULL,
  disabled             boolean NOT NULL DEFAULT false,
  must_change_password boolean NOT NULL DEFAULT false,
  demo                 boolean NOT NULL DEFAULT false,
  created_at           timestamptz NOT NULL DEFAULT clock_timestamp()
);
REVOKE DELETE, TRUNCATE ON identity.app_user FROM crossface_server;

-- Bearer tokens of the REST API; only their hashes are kept.
CREATE TABLE identity.api_token (
  token_sha256 bytea PRIMARY KEY CHECK (length(token_sha256) = 32),
  user_id      text NOT NULL REFERENCES identity.app_user (id),
  role         text NOT NULL,
  issued_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at   timestamptz NOT NULL
);
CREATE INDEX api_token_user ON identity.api_token (user_id);
CREATE INDEX api_token_expiry ON identity.api_token (expires_at);

-- Attempts to sign in that have not succeeded, for as long as they count.
CREATE TABLE identity.sign_in_attempt (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_name text NOT NULL,
  address   text NOT NULL,
  at        timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX sign_in_attempt_user ON identity.sign_in_attempt (user_name);
CREATE INDEX sign_in_attempt_address ON identity.sign_in_attempt (address);
CREATE INDEX sign_in_attempt_at ON identity.sign_in_attempt (at);

-- The tables of Spring Session.
CREATE TABLE identity.spring_session (
  primary_id            char(36) NOT NULL PRIMARY KEY,
  session_id            char(36) NOT NULL,
  creation_time         bigint NOT NULL,
  last_access_time      bigint NOT NULL,
  max_inactive_interval int NOT NULL,
  expiry_time           bigint NOT NULL,
  principal_name        varchar(100)
);
CREATE UNIQUE INDEX spring_session_ix1 ON identity.spring_session (session_id);
CREATE INDEX spring_session_ix2 ON identity.spring_session (expiry_time);
CREATE INDEX spring_session_ix3 ON identity.spring_session (principal_name);

CREATE TABLE identity.spring_session_attributes (
  session_primary_id char(36) NOT NULL REFERENCES identity.spring_session (primary_id) ON DELETE CASCADE,
  attribute_name     varchar(200) NOT NULL,
  attribute_bytes    bytea NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);
