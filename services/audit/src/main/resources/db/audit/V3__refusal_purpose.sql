-- Why the refused command was sent, and at which sites an auditor may see it: the site of its pathway, else those of the actor. Rows that were
-- written before name neither; their site is that of their stream.
ALTER TABLE audit.refusal ADD COLUMN purpose text, ADD COLUMN sites text[] NOT NULL DEFAULT '{}';
CREATE INDEX refusal_recorded ON audit.refusal (recorded_at, id);
