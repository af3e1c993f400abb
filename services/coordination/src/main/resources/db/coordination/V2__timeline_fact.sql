-- Only the strike through a corrected or retracted fact looks for it, among the few hundred rows of its pathway, which the primary key finds;
-- every event paid for keeping this index.
DROP INDEX ${flyway:defaultSchema}.timeline_fact;
