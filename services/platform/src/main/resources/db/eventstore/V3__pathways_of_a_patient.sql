-- Which streams are about a subject: each stream is named once, by its first event.
CREATE INDEX event_first_of_subject ON eventstore.event (aggregate_type, (metadata ->> 'patient')) WHERE sequence_number = 0;
