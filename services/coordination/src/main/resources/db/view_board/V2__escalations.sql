-- The escalations of each pathway that nobody has in hand. Few pathways have any, and every page asks for them.
ALTER TABLE ${flyway:defaultSchema}.board ADD COLUMN escalations jsonb NOT NULL DEFAULT '{"tasks": []}';
CREATE INDEX board_escalated ON ${flyway:defaultSchema}.board (site_id) WHERE escalations <> '{"tasks": []}';
