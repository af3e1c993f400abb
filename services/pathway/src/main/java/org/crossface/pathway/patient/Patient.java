package org.crossface.pathway.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Requirement;
import org.crossface.platform.api.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * A person, across all pathways: identity, contacts, representative, death. It keeps nothing of the person in memory, since its rules need
 * nothing of it.
 */
@AggregateRoot
public final class Patient {

    @AggregateIdentifier
    private @Nullable String patientId;

    private boolean deceased;
    private boolean erased;

    /** For Axon, which then sources the recorded facts into it. */
    public Patient() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RegisterPatient command, Circumstances given) {
        Requirement.that(
                patientId == null,
                "SEQ-PATIENT",
                "patientId",
                "A person is registered once.",
                "The person is registered already",
                "Use that registration and correct it where it is wrong");
        Requirement.fieldsInRange(command);
        ZoneId zone = zone(command.timeZone());
        LocalDate today = given.today(zone);
        Requirement.that(
                !command.birthDate().isAfter(today),
                "SEQ-BIRTH-DATE",
                "birthDate",
                "A person was born before being registered.",
                "The birth date " + command.birthDate() + " lies in the future",
                "Give the birth date, today at the latest");
        Requirement.that(
                (command.representativeName() == null) == (command.representativeRelation() == null),
                "SEQ-REPRESENTATIVE",
                "representativeRelation",
                "A representative has a name and a relation to the patient.",
                "One of them is missing",
                "Give both or neither");
        record(registered(command, given), given);
        if (command.representativeName() != null && command.representativeRelation() != null) {
            record(
                    new RepresentativeNamed(
                            command.patientId(),
                            given.ids().next(),
                            command.occurredAt(),
                            command.representativeName(),
                            command.representativeRelation(),
                            command.representativePhone()),
                    given);
        }
    }

    private static PatientRegistered registered(RegisterPatient command, Circumstances given) {
        return new PatientRegistered(
                command.patientId(),
                given.ids().next(),
                command.occurredAt(),
                command.familyName(),
                command.givenNames(),
                command.birthDate(),
                command.sex(),
                command.phone(),
                command.email(),
                command.street(),
                command.city(),
                command.region(),
                command.postalCode(),
                command.country(),
                command.language(),
                command.interpreterNeeded(),
                command.timeZone(),
                command.identifiers(),
                command.contactConsent());
    }

    @CommandHandler
    void handle(NameRepresentative command, Circumstances given) {
        requireLiving(command);
        record(
                new RepresentativeNamed(
                        command.patientId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.name(),
                        command.relation(),
                        command.phone()),
                given);
    }

    @CommandHandler
    void handle(CorrectContact command, Circumstances given) {
        requireLiving(command);
        record(
                new ContactCorrected(
                        command.patientId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.phone(),
                        command.email(),
                        command.street(),
                        command.city(),
                        command.region(),
                        command.postalCode(),
                        command.country(),
                        command.contactConsent()),
                given);
    }

    @CommandHandler
    void handle(RecordDeath command, Circumstances given) {
        requireLiving(command);
        Requirement.that(
                !command.diedOn().isAfter(given.today(ZoneOffset.UTC).plusDays(1)),
                "SEQ-DEATH",
                "diedOn",
                "A death is recorded after it happened.",
                "The day " + command.diedOn() + " lies in the future",
                "Give the day of death");
        record(
                new DeathRecorded(
                        command.patientId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.diedOn(),
                        command.reportedBy()),
                given);
    }

    @CommandHandler
    void handle(EraseSubject command, Circumstances given) {
        requireNotErased();
        record(
                new SubjectErased(command.patientId(), given.ids().next(), command.occurredAt(), command.basis()),
                given);
    }

    @EventSourcingHandler
    void on(PatientEvent event) {
        patientId = event.patientId();
        switch (event) {
            case DeathRecorded died -> deceased = true;
            case SubjectErased tombstone -> erased = true;
            case PatientRegistered registered -> {}
            case RepresentativeNamed representative -> {}
            case ContactCorrected contact -> {}
        }
    }

    private <C extends Record & PatientCommand> void requireLiving(C command) {
        requireNotErased();
        Requirement.that(
                !deceased,
                "INV-56",
                null,
                "After the death of a patient there are no more treatments and contacts, only corrections.",
                "The patient has died",
                "Nothing more needs to be arranged");
        Requirement.fieldsInRange(command);
    }

    private void requireNotErased() {
        Requirement.that(
                !erased,
                "SEQ-ERASED",
                null,
                "Nothing is recorded of a person who was erased.",
                "The person was erased",
                "Register the person anew if he or she comes back");
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            Requirement.that(
                    false,
                    "REF-ZONE",
                    "timeZone",
                    "A time zone is one of the IANA list.",
                    "There is no time zone " + name,
                    "Give one such as America/Los_Angeles");
            throw e;
        }
    }

    private static void record(PatientEvent event, Circumstances given) {
        AggregateLifecycle.apply(
                event,
                MetaData.from(Map.of(
                        Metadata.PATIENT,
                        event.patientId(),
                        Metadata.POLICY_VERSION,
                        given.policy().version())));
    }
}
