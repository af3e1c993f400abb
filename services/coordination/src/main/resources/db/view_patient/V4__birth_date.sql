-- As far as it is known: 1990, 1990-06 or 1990-06-02.
ALTER TABLE ${flyway:defaultSchema}.patient ALTER COLUMN birth_date TYPE text;
