-- Running numbers for people; a number that was drawn and not used leaves a gap.
CREATE SEQUENCE numbers.running AS bigint START 1;
