-- What the discharge gate has to know beside times; before a row is written anew it is as a row was without them.
ALTER TABLE ${flyway:defaultSchema}.theatre_day
    ADD COLUMN never_anesthetised boolean NOT NULL DEFAULT false,
    ADD COLUMN bed_missing boolean NOT NULL DEFAULT false,
    ADD COLUMN no_flap boolean NOT NULL DEFAULT false;
