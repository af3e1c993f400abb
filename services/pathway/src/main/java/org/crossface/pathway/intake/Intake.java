package org.crossface.pathway.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.vocabulary.PartialDate;
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
 * @param reasonCodes of the reasons, each as {@code system|code}
 * @param referredSide the paralysed side as the referral names it
 * @param birthDate {@code null} before the referral and after erasure
 * @param interpreterNeeded whether the patient needs an interpreter
 * @param representativeKnown whether the patient's record named a representative
 * @param documents that brought referrals, in the order of receipt
 * @param residenceZone IANA name of the zone where the patient lives; {@code null} when the referral does not say it
 * @param lodgings where the patient stays for some time, in the order of recording; of two for one day the later one holds
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
        List<String> reasonCodes,
        @Nullable ParalysedSide referredSide,
        @Nullable PartialDate birthDate,
        boolean interpreterNeeded,
        boolean representativeKnown,
        List<Document> documents,
        @Nullable String residenceZone,
        List<Lodging> lodgings) {

    public Intake {
        reasonCodes = List.copyOf(reasonCodes);
        documents = List.copyOf(documents);
        lodgings = List.copyOf(lodgings);
    }

    /** Before the referral. */
    public static Intake none() {
        return new Intake(
                "",
                "",
                "",
                "",
                "",
                "",
                LocalDate.EPOCH,
                true,
                null,
                List.of(),
                null,
                null,
                false,
                false,
                List.of(),
                null,
                List.of());
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
                        Objects.requireNonNullElse(referred.reasonCodes(), List.of()),
                        referred.referredSide(),
                        PartialDate.stored(referred.birthDate()),
                        referred.interpreterNeeded(),
                        referred.representativeKnown(),
                        documents,
                        referred.residenceZone(),
                        lodgings);
            case ReferralDocumentReceived received -> with(received);
            case PathwayAssignedToPerson assigned -> of(assigned.personId());
            case ReferralDeclined declined -> this;
            case ReferralExpired expired -> this;
            case LodgingRecorded recorded -> with(Lodging.of(recorded));
        };
    }

    /**
     * A document that brought a referral.
     *
     * @param sha256 of the document as it was received, in lower-case hexadecimal digits
     * @param sizeBytes of the document as it was received
     */
    public record Document(
            String documentId, OffsetDateTime receivedAt, String mediaType, String sha256, int sizeBytes) {}

    /**
     * A stay away from home.
     *
     * @param from first day there
     * @param until last day there; {@code null} when no end is known
     * @param place {@code null} when it was not said, and after erasure
     * @param phone by which the patient is reached there; {@code null} when it is the usual one, and after erasure
     */
    public record Lodging(
            LocalDate from,
            @Nullable LocalDate until,
            ZoneId zone,
            @Nullable String place,
            @Nullable String phone) {

        private static Lodging of(LodgingRecorded fact) {
            return new Lodging(fact.from(), fact.until(), ZoneId.of(fact.zone()), fact.place(), fact.phone());
        }

        /** Whether the patient stays there on this day. */
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /** Whether this document is received. */
    public boolean has(String documentId) {
        return documents.stream().anyMatch(each -> each.documentId().equals(documentId));
    }

    private Intake with(ReferralDocumentReceived received) {
        List<Document> all = new ArrayList<>(documents);
        all.add(new Document(
                received.documentId(),
                received.occurredAt(),
                received.mediaType(),
                received.sha256(),
                received.sizeBytes()));
        return with(personId, all, lodgings);
    }

    private Intake of(String person) {
        return with(person, documents, lodgings);
    }

    private Intake with(Lodging lodging) {
        List<Lodging> all = new ArrayList<>(lodgings);
        all.add(lodging);
        return with(personId, documents, all);
    }

    private Intake with(String person, List<Document> all, List<Lodging> stays) {
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
                reasonCodes,
                referredSide,
                birthDate,
                interpreterNeeded,
                representativeKnown,
                all,
                residenceZone,
                stays);
    }

    /** Whether the referral, which opens every pathway, is there; a retraction takes it away. */
    public boolean referred() {
        return !pathwayId.isEmpty();
    }

    /** Time zone of the surgery centre; only after the referral. */
    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    /** The zone where the patient lives: that of the surgery centre while the referral does not say another one. */
    public ZoneId homeZone() {
        return residenceZone == null ? zoneId() : ZoneId.of(residenceZone);
    }

    /** Where the patient stays on this day; empty at home. */
    public Optional<Lodging> lodgingOn(LocalDate day) {
        return lodgings.reversed().stream().filter(each -> each.covers(day)).findFirst();
    }

    /** The local day of an instant at the surgery centre. */
    public LocalDate dayOf(OffsetDateTime instant) {
        return instant.atZoneSameInstant(zoneId()).toLocalDate();
    }

    /** The age on this day; empty when the birth date is unknown. */
    public Optional<Age> ageOn(LocalDate day) {
        return Optional.ofNullable(birthDate).map(born -> Age.on(day, born));
    }
}
