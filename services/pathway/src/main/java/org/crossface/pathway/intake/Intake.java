package org.crossface.pathway.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the referral said, and what it copied from the patient's record.
 *
 * @param pathwayId empty before the referral
 * @param patientId the patient who was referred, under whose key the pathway's personal data is sealed; never changes
 * @param personId whose pathway it is: the referred patient, or the main one of those who are one with that patient
 * @param number running number that people call the pathway by, such as {@code P-0101}
 * @param siteId the surgery centre that the patient was referred to
 * @param zone IANA name of that centre's time zone
 * @param referredOn the epoch before the referral
 * @param reasonMissing whether the referral came without a reason
 * @param reason what the patient was referred for; {@code null} when it is missing and after erasure
 * @param referredSide the paralysed side as the referral names it
 * @param birthDate {@code null} before the referral and after erasure
 * @param interpreterNeeded whether the patient needs an interpreter
 * @param representativeKnown whether the patient's record named a representative
 * @param documents identifiers of the documents that brought referrals
 */
public record Intake(
        String pathwayId,
        String patientId,
        String personId,
        String number,
        String siteId,
        String zone,
        LocalDate referredOn,
        boolean reasonMissing,
        @Nullable String reason,
        @Nullable ParalysedSide referredSide,
        @Nullable LocalDate birthDate,
        boolean interpreterNeeded,
        boolean representativeKnown,
        Set<String> documents) {

    public Intake {
        documents = Set.copyOf(documents);
    }

    /** Before the referral. */
    public static Intake none() {
        return new Intake("", "", "", "", "", "", LocalDate.EPOCH, true, null, null, null, false, false, Set.of());
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Intake evolve(PathwayEvent event) {
        if (!(event instanceof IntakeFact fact)) {
            return this;
        }
        return switch (fact) {
            case PatientReferred referred ->
                new Intake(
                        referred.pathwayId(),
                        referred.patientId(),
                        referred.patientId(),
                        referred.number(),
                        referred.siteId(),
                        referred.zone(),
                        referred.referredOn(),
                        referred.reason() == null || referred.reason().isBlank(),
                        referred.reason(),
                        referred.referredSide(),
                        referred.birthDate(),
                        referred.interpreterNeeded(),
                        referred.representativeKnown(),
                        documents);
            case ReferralDocumentReceived received -> with(received.documentId());
            case PathwayAssignedToPerson assigned -> of(assigned.personId());
            case ReferralDeclined declined -> this;
        };
    }

    private Intake with(String documentId) {
        Set<String> all = new HashSet<>(documents);
        all.add(documentId);
        return with(personId, all);
    }

    private Intake of(String person) {
        return with(person, documents);
    }

    private Intake with(String person, Set<String> all) {
        return new Intake(
                pathwayId,
                patientId,
                person,
                number,
                siteId,
                zone,
                referredOn,
                reasonMissing,
                reason,
                referredSide,
                birthDate,
                interpreterNeeded,
                representativeKnown,
                all);
    }

    /** Whether the referral, which opens every pathway, is there; a retraction takes it away. */
    public boolean referred() {
        return !pathwayId.isEmpty();
    }

    /** Time zone of the surgery centre; only after the referral. */
    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    /** The local day of an instant at the surgery centre. */
    public LocalDate dayOf(OffsetDateTime instant) {
        return instant.atZoneSameInstant(zoneId()).toLocalDate();
    }

    /** Completed years on this day, a person born on 29 February completing a year on 1 March; empty when the birth date is unknown. */
    public OptionalInt ageOn(LocalDate day) {
        return birthDate == null
                ? OptionalInt.empty()
                : OptionalInt.of(Period.between(birthDate, day).getYears());
    }
}
