package org.crossface.pathway.consent;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.crossface.pathway.oversight.PatientWithdrew;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * All consents that were signed.
 *
 * @param all in the order of recording
 * @param media photographs and videos, in the order of recording
 */
public record Consents(List<Consent> all, List<Media> media, List<Emergency> emergencies) {

    /** Before anything happened. */
    public static Consents none() {
        return new Consents(List.of(), List.of(), List.of());
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Consents evolve(PathwayEvent event) {
        if (event instanceof PatientWithdrew) {
            return withdrawn();
        }
        if (!(event instanceof ConsentFact fact)) {
            return this;
        }
        return switch (fact) {
            case MediaCaptured captured -> plus(captured);
            case MediaUsed used -> this;
            case EmergencyConsentDeclared declared -> plus(declared);
            case ConsentObtained obtained -> plus(obtained);
            case ConsentVerified verified ->
                with(verified.consentId(), consent -> consent.verified(verified.occurredAt()));
            case ConsentRevoked revoked -> with(revoked.consentId(), consent -> consent.with(Status.REVOKED));
            case ConsentExpired expired -> with(expired.consentId(), consent -> consent.with(Status.EXPIRED));
            case ConsentSuperseded superseded ->
                with(superseded.consentId(), consent -> consent.with(Status.SUPERSEDED));
        };
    }

    /** The newest consent of this type and stage that is neither revoked nor superseded nor recorded as expired, whatever its last day. */
    public Optional<Consent> standing(ConsentType type, @Nullable Stage stage) {
        return all.reversed().stream()
                .filter(consent -> consent.type() == type && consent.stage() == stage)
                .filter(Consent::stands)
                .findFirst();
    }

    /** The newest consent of this type and stage, in whatever status. */
    public Optional<Consent> newest(ConsentType type, @Nullable Stage stage) {
        return all.reversed().stream()
                .filter(consent -> consent.type() == type && consent.stage() == stage)
                .findFirst();
    }

    /** The newest consent for the operation of this stage, of whatever type and status. */
    public Optional<Consent> newestFor(Stage stage) {
        return all.reversed().stream()
                .filter(consent -> consent.stage() == stage)
                .findFirst();
    }

    /** The consent of this type and stage that is in force on this day. */
    public Optional<Consent> inForce(ConsentType type, @Nullable Stage stage, LocalDate day) {
        return standing(type, stage).filter(consent -> consent.covers(day));
    }

    /** The surgical consent of a stage that is in force on this day. */
    public Optional<Consent> surgical(Stage stage, LocalDate day) {
        return inForce(ConsentType.SURGICAL, stage, day);
    }

    /** Whether two physicians have declared that this case cannot wait for a consent, and the time of it is not over. */
    public boolean isEmergency(String caseId, OffsetDateTime at) {
        return emergencies.stream()
                .anyMatch(each ->
                        each.caseId().equals(caseId) && !at.isBefore(each.since()) && !at.isAfter(each.until()));
    }

    /** When the standing surgical consent of this stage was verified with the patient last (INV-35). */
    public Optional<OffsetDateTime> verifiedAt(Stage stage) {
        return standing(ConsentType.SURGICAL, stage).flatMap(consent -> Optional.ofNullable(consent.verifiedAt()));
    }

    /** A withdrawal takes back what was agreed for operations to come, so that a return needs new consents (INV-57). */
    private Consents withdrawn() {
        return new Consents(
                all.stream()
                        .map(consent ->
                                consent.stage() != null && consent.stands() ? consent.with(Status.WITHDRAWN) : consent)
                        .toList(),
                media,
                emergencies);
    }

    private Consents plus(ConsentObtained obtained) {
        List<Consent> more = new ArrayList<>(all);
        more.add(new Consent(
                obtained.consentId(),
                obtained.occurredAt(),
                obtained.type(),
                obtained.stage(),
                obtained.procedure(),
                obtained.faceSide(),
                obtained.donorSide(),
                obtained.surgeonId(),
                obtained.setting(),
                obtained.planVersion(),
                obtained.validUntil(),
                Status.OBTAINED,
                null));
        return new Consents(List.copyOf(more), media, emergencies);
    }

    private Consents with(String consentId, UnaryOperator<Consent> changed) {
        return new Consents(
                all.stream()
                        .map(consent ->
                                Objects.equals(consent.consentId(), consentId) ? changed.apply(consent) : consent)
                        .toList(),
                media,
                emergencies);
    }

    private Consents plus(MediaCaptured captured) {
        List<Media> more = new ArrayList<>(media);
        more.add(new Media(captured.factId(), captured.kind(), captured.occurredAt()));
        return new Consents(all, List.copyOf(more), emergencies);
    }

    private Consents plus(EmergencyConsentDeclared declared) {
        List<Emergency> more = new ArrayList<>(emergencies);
        more.add(new Emergency(declared.caseId(), declared.occurredAt(), declared.validUntil()));
        return new Consents(all, media, List.copyOf(more));
    }

    /** A case that could not wait for a consent, from and until these times. */
    public record Emergency(String caseId, OffsetDateTime since, OffsetDateTime until) {}

    /**
     * Photographs or a video.
     *
     * @param at when they were taken
     */
    public record Media(String mediaId, MediaKind kind, OffsetDateTime at) {}

    /** Where a consent stands; past its last day it covers no operation, whether or not its expiry is on record already. */
    public enum Status {
        OBTAINED,
        VERIFIED,
        REVOKED,
        SUPERSEDED,
        /** Its last day is over, and no operation has used it. */
        EXPIRED,
        /** Ended by the patient's withdrawal. */
        WITHDRAWN
    }

    /**
     * One signed consent.
     *
     * @param donorSide donor leg of stage one, donor thigh of stage two
     * @param planVersion version of the plan that was explained
     * @param validUntil last day of validity; {@code null} when it holds until it is revoked
     * @param verifiedAt when it was read to the patient last; {@code null} before
     */
    public record Consent(
            String consentId,
            OffsetDateTime signedAt,
            ConsentType type,
            @Nullable Stage stage,
            @Nullable TreatmentOption procedure,
            @Nullable FaceSide faceSide,
            @Nullable BodySide donorSide,
            @Nullable String surgeonId,
            @Nullable PlannedSetting setting,
            int planVersion,
            @Nullable LocalDate validUntil,
            Status status,
            @Nullable OffsetDateTime verifiedAt) {

        /** Whether this day is not past its validity. */
        public boolean covers(LocalDate day) {
            return validUntil == null || !day.isAfter(validUntil);
        }

        /** Whether it was neither revoked nor superseded nor ended by its expiry or a withdrawal. */
        public boolean stands() {
            return status == Status.OBTAINED || status == Status.VERIFIED;
        }

        Consent verified(OffsetDateTime at) {
            return with(Status.VERIFIED, at);
        }

        Consent with(Status changed) {
            return with(changed, verifiedAt);
        }

        private Consent with(Status changed, @Nullable OffsetDateTime verified) {
            return new Consent(
                    consentId,
                    signedAt,
                    type,
                    stage,
                    procedure,
                    faceSide,
                    donorSide,
                    surgeonId,
                    setting,
                    planVersion,
                    validUntil,
                    changed,
                    verified);
        }
    }
}
