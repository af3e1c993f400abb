-- Where a user is written to; set by the user alone.
ALTER TABLE identity.app_user ADD COLUMN mail_address text CHECK (length(mail_address) BETWEEN 3 AND 254);
