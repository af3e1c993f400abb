-- Units of a charge, for the billing page. Rows from before were all of one unit.
ALTER TABLE billing.charge ADD COLUMN quantity integer NOT NULL DEFAULT 1;
