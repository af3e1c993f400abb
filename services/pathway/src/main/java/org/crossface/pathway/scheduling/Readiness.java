package org.crossface.pathway.scheduling;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How ready the patient is for the operation of one stage.
 *
 * @param anesthesia the newest assessment
 * @param items the newest result of each item of the checklist
 * @param escort the adult who takes the patient home; {@code null} when none is named or the one named has withdrawn
 * @param bed the after-care bed reserved
 * @param clearedUntil last day of the clearance; {@code null} while not cleared
 * @param authorization the payer's approval
 */
public record Readiness(
        @Nullable AnesthesiaAssessed anesthesia,
        Map<PreOpItem, PreOpResult> items,
        @Nullable EscortNamed escort,
        @Nullable AftercareBedReserved bed,
        @Nullable LocalDate clearedUntil,
        @Nullable AuthorizationObtained authorization) {

    /** Before anything happened. */
    public static Readiness none() {
        return new Readiness(null, Map.of(), null, null, null, null);
    }

    /** Whether a clearance covers this day. */
    public boolean clearedOn(LocalDate day) {
        return clearedUntil != null && !day.isAfter(clearedUntil);
    }

    /** The reserved bed, if it is in this facility. */
    public Optional<AftercareBedReserved> bedIn(String facilityId) {
        return Optional.ofNullable(bed).filter(reserved -> reserved.facilityId().equals(facilityId));
    }

    Readiness with(AnesthesiaAssessed newer) {
        return new Readiness(newer, items, escort, bed, clearedUntil, authorization);
    }

    Readiness with(PreOpItemRecorded recorded) {
        Map<PreOpItem, PreOpResult> more = new HashMap<>(items);
        more.put(recorded.item(), recorded.result());
        return new Readiness(anesthesia, Map.copyOf(more), escort, bed, clearedUntil, authorization);
    }

    Readiness withEscort(@Nullable EscortNamed named) {
        return new Readiness(anesthesia, items, named, bed, clearedUntil, authorization);
    }

    Readiness withBed(@Nullable AftercareBedReserved reserved) {
        return new Readiness(anesthesia, items, escort, reserved, clearedUntil, authorization);
    }

    Readiness with(PreOpClearanceGranted granted) {
        return new Readiness(anesthesia, items, escort, bed, granted.validUntil(), authorization);
    }

    Readiness withAuthorization(@Nullable AuthorizationObtained obtained) {
        return new Readiness(anesthesia, items, escort, bed, clearedUntil, obtained);
    }
}
