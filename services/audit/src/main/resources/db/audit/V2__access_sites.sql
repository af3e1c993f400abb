-- The sites of the cases that a request showed or asked for. An auditor sees the rows of his or her sites; `site` names the site of the rows
-- that were written before.
ALTER TABLE audit.access ADD COLUMN sites text[] NOT NULL DEFAULT '{}';
