-- One key for each subject, wrapped by the key-encryption key, which is not in the database. A destroyed key keeps its row, so that the
-- subject is known to be erased.
CREATE TABLE subjectkeys.subject_key (
  key_id       text PRIMARY KEY,
  subject_id   text NOT NULL UNIQUE,
  wrapped      bytea,
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  destroyed_at timestamptz,
  CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);

-- A constant, encrypted under the key-encryption key: tells at start whether the key at hand is the one that wrapped the others.
CREATE TABLE subjectkeys.key_check (
  only_row boolean PRIMARY KEY CHECK (only_row),
  sealed   bytea NOT NULL
);

REVOKE DELETE, TRUNCATE ON subjectkeys.subject_key FROM crossface_server;
REVOKE UPDATE, DELETE, TRUNCATE ON subjectkeys.key_check FROM crossface_server;
