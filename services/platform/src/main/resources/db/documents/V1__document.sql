-- Received documents, encrypted under the key of the patient whom they are about.
CREATE TABLE documents.document (
  id         text PRIMARY KEY,
  subject_id text NOT NULL,
  media_type text NOT NULL,
  sha256     text NOT NULL,
  size       integer NOT NULL,
  sealed     bytea NOT NULL,
  kept_at    timestamptz NOT NULL
);
CREATE INDEX document_subject ON documents.document (subject_id);
REVOKE UPDATE, DELETE, TRUNCATE ON documents.document FROM crossface_server;
