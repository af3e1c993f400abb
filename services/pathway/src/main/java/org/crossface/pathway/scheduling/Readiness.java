package org.crossface.pathway.scheduling;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.scheduling.events.AftercareBedReserved;
import org.crossface.pathway.scheduling.events.AnesthesiaAssessed;
import org.crossface.pathway.scheduling.events.AuthorizationObtained;
import org.crossface.pathway.scheduling.events.EscortNamed;
import org.crossface.pathway.scheduling.events.EscortReconfirmed;
import org.crossface.pathway.scheduling.events.PreOpCallCompleted;
import org.crossface.pathway.scheduling.events.PreOpItemRecorded;
import org.crossface.pathway.scheduling.vocabulary.PreOpCallOutcome;
import org.crossface.pathway.scheduling.vocabulary.PreOpItem;
import org.crossface.pathway.scheduling.vocabulary.PreOpResult;
import org.jspecify.annotations.Nullable;

/**
 * How ready the patient is for the operation of one stage.
 *
 * @param anesthesia the newest assessment
 * @param items the newest result of each item of the checklist
 * @param escort the adult who takes the patient home; {@code null} when none is named or the one named has withdrawn
 * @param bed the after-care bed reserved
 * @param clearance what was decided last on the clearance; {@code null} before
 * @param authorization the payer's approval; {@code null} while there is none and after a refusal
 * @param authorizationDenied whether the payer's last answer was a refusal
 * @param calls what patient and escort said of the time that is booked
 */
public record Readiness(
        @Nullable AnesthesiaAssessed anesthesia,
        Map<PreOpItem, PreOpResult> items,
        @Nullable EscortNamed escort,
        @Nullable AftercareBedReserved bed,
        @Nullable Clearance clearance,
        @Nullable AuthorizationObtained authorization,
        boolean authorizationDenied,
        Calls calls) {

    /** How many items the pre-operative list has (P4). */
    public static final int ITEMS = 10;

    /** Those of the ten items that are recorded as such; the other three follow from what is known otherwise. */
    private static final Set<PreOpItem> RECORDED = EnumSet.of(
            PreOpItem.HISTORY_AND_PHYSICAL,
            PreOpItem.LABORATORY,
            PreOpItem.MEDICATION_PLAN,
            PreOpItem.NICOTINE_FREE,
            PreOpItem.FIRST_NIGHT_DISTANCE,
            PreOpItem.PRIVILEGES,
            PreOpItem.TRANSFER_AGREEMENT);

    /**
     * The payer's approval as people typed it.
     *
     * @param codes procedures that it names; empty when it names none in particular
     * @param from first day; {@code null} when it has none
     * @param until last day; {@code null} when it has none
     * @param siteId the surgery centre that it names; {@code null} when it names none in particular
     */
    public record Authorization(
            String payerId,
            String number,
            List<String> codes,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String siteId) {

        /** Whether it holds on this day at this surgery centre for one of these procedures; for whichever when no procedure is known yet. */
        public boolean covers(LocalDate day, String site, Collection<String> procedures) {
            return (siteId == null || siteId.equals(site))
                    && (from == null || !day.isBefore(from))
                    && (until == null || !day.isAfter(until))
                    && (codes.isEmpty()
                            || procedures.isEmpty()
                            || codes.stream().anyMatch(procedures::contains));
        }
    }

    /** What became of the clearance of an operation. */
    public enum ClearanceStatus {
        GRANTED,
        /** The anesthesiologist said no, for a reason that stands in the record. */
        WITHHELD,
        /** Its last day is over, and no operation has used it. */
        EXPIRED
    }

    /**
     * The newest decision on the clearance.
     *
     * @param until last day of a clearance; {@code null} when it was withheld
     * @param at when it was granted, withheld or expired
     */
    public record Clearance(
            ClearanceStatus status, @Nullable LocalDate until, OffsetDateTime at) {

        /** Whether the patient is cleared, until its last day. */
        public boolean isGranted() {
            return status == ClearanceStatus.GRANTED;
        }
    }

    /**
     * What patient and escort said of the time that is booked; nothing after it is moved.
     *
     * @param patient the last call before the operation; {@code null} before the first
     * @param escortAt when the escort said again that he or she comes; {@code null} before
     */
    public record Calls(@Nullable Call patient, @Nullable OffsetDateTime escortAt) {

        static final Calls NONE = new Calls(null, null);
    }

    /** A call before the operation. */
    public record Call(OffsetDateTime at, PreOpCallOutcome outcome) {}

    /** Before anything happened. */
    public static Readiness none() {
        return new Readiness(null, Map.of(), null, null, null, null, false, Calls.NONE);
    }

    /** Last day of the clearance; {@code null} while the patient is not cleared. */
    public @Nullable LocalDate clearedUntil() {
        return clearance != null && clearance.isGranted() ? clearance.until() : null;
    }

    /** When the clearance was granted; {@code null} while the patient is not cleared. */
    public @Nullable OffsetDateTime clearedAt() {
        return clearance != null && clearance.isGranted() ? clearance.at() : null;
    }

    /** The reserved bed, if it is in this facility. */
    public Optional<AftercareBedReserved> bedIn(String facilityId) {
        return Optional.ofNullable(bed).filter(reserved -> reserved.facilityId().equals(facilityId));
    }

    /** The payer's approval; empty while there is none and after a refusal. */
    public Optional<Authorization> approval() {
        return Optional.ofNullable(authorization)
                .map(obtained -> new Authorization(
                        obtained.payerId(),
                        obtained.number(),
                        obtained.codes(),
                        obtained.from(),
                        obtained.until(),
                        obtained.coveredSiteId()));
    }

    /** The items whose newest result is a failure, in the order of the checklist; no clearance is granted while there is one. */
    public List<PreOpItem> failedItems() {
        return items.entrySet().stream()
                .filter(item -> item.getValue() == PreOpResult.FAIL)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * How many of the {@value #ITEMS} items are done or waived. What is undone counts no longer: an escort who withdrew, a bed that was
     * released, an approval that the payer took back.
     *
     * @param consented whether a surgical consent of the stage stands
     */
    public int itemsDone(boolean consented) {
        int done = (int) RECORDED.stream().filter(this::done).count();
        done += anesthesia != null ? 1 : 0;
        done += escort != null || bed != null ? 1 : 0;
        done += consented && authorization != null ? 1 : 0;
        return done;
    }

    private boolean done(PreOpItem item) {
        PreOpResult result = items.get(item);
        return result != null && result != PreOpResult.FAIL;
    }

    Readiness with(AnesthesiaAssessed newer) {
        return new Readiness(newer, items, escort, bed, clearance, authorization, authorizationDenied, calls);
    }

    Readiness with(PreOpItemRecorded recorded) {
        Map<PreOpItem, PreOpResult> more = new HashMap<>(items);
        more.put(recorded.item(), recorded.result());
        return new Readiness(
                anesthesia, Map.copyOf(more), escort, bed, clearance, authorization, authorizationDenied, calls);
    }

    Readiness withEscort(@Nullable EscortNamed named) {
        return new Readiness(
                anesthesia,
                items,
                named,
                bed,
                clearance,
                authorization,
                authorizationDenied,
                new Calls(calls.patient(), null));
    }

    Readiness withBed(@Nullable AftercareBedReserved reserved) {
        return new Readiness(anesthesia, items, escort, reserved, clearance, authorization, authorizationDenied, calls);
    }

    Readiness with(Clearance decided) {
        return new Readiness(anesthesia, items, escort, bed, decided, authorization, authorizationDenied, calls);
    }

    Readiness with(PreOpCallCompleted call) {
        return with(new Calls(new Call(call.occurredAt(), call.outcome()), calls.escortAt()));
    }

    Readiness with(EscortReconfirmed said) {
        return with(new Calls(calls.patient(), said.occurredAt()));
    }

    /** Another time is booked, or none: what was said of the one before says nothing of it. */
    Readiness withoutCalls() {
        return with(Calls.NONE);
    }

    private Readiness with(Calls said) {
        return new Readiness(anesthesia, items, escort, bed, clearance, authorization, authorizationDenied, said);
    }

    /** @param obtained the approval; {@code null} when the payer refused */
    Readiness withAuthorization(@Nullable AuthorizationObtained obtained) {
        return new Readiness(anesthesia, items, escort, bed, clearance, obtained, obtained == null, calls);
    }
}
