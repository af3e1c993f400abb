-- The identifiers that a session had before each sign-in: a request that read the row under one of them does not write it back.
ALTER TABLE identity.spring_session ADD COLUMN former_ids char(36)[] NOT NULL DEFAULT '{}';
