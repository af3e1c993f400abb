package org.crossface.coordination.theatre;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.crossface.pathway.Stage;
import org.crossface.pathway.recovery.Rung;
import org.jspecify.annotations.Nullable;

/**
 * One case on its day.
 *
 * @param familyName {@code null} when unknown or erased
 * @param side paralysed side
 * @param donorSide donor leg of stage one, donor thigh of stage two
 * @param rung step of the ladder that the facts tell; see {@link #rungAt}
 * @param preparedAt first preparation after admission
 * @param enteredAt induction, time-out or incision, whichever came first
 * @param leftAt signed out of theatre
 * @param departedAt left the facility
 * @param endedAs {@code DISCHARGED}, {@code TRANSFERRED}, {@code AGAINST_ADVICE}, {@code DISCONTINUED} or {@code CANCELLED}
 * @param padssLowest lowest single item of the discharge score
 * @param neverAnesthetised ended before anesthesia, so that there is nothing to recover from
 * @param evaluatedAt found recovered from anesthesia
 * @param orderAt discharge order signed
 * @param escortAt arrival of the responsible adult who is still here
 * @param instructionsAt instructions understood, with a follow-up appointment
 * @param bedMissing the order names an after-care facility and no bed there suffices
 * @param noFlap no flap of this case is to be watched
 * @param flapPlannedAt plan that suffices for the ordered destination
 * @param flapPassedAt newest flap check, if it passed
 * @param flapSuspectedAt newest flap check, if it failed; otherwise the newest suspicion
 */
public record TheatreCase(
        String caseId,
        String pathwayId,
        String patientId,
        String number,
        @Nullable String familyName,
        @Nullable String givenName,
        boolean erased,
        String siteId,
        LocalDate day,
        String room,
        Stage stage,
        @Nullable String side,
        @Nullable String donorSide,
        List<String> surgeonIds,
        Instant plannedStart,
        Instant plannedEnd,
        int recoveryMinutes,
        Rung rung,
        @Nullable Instant admittedAt,
        @Nullable Instant preparedAt,
        @Nullable Instant enteredAt,
        @Nullable Instant incisionAt,
        @Nullable Instant closureAt,
        @Nullable Instant leftAt,
        @Nullable Instant recoveryAt,
        @Nullable Instant departedAt,
        @Nullable String endedAs,
        @Nullable String destination,
        @Nullable Integer aldrete,
        @Nullable Instant aldreteAt,
        @Nullable Integer padss,
        @Nullable Integer padssLowest,
        @Nullable Instant padssAt,
        @Nullable Integer pain,
        boolean neverAnesthetised,
        @Nullable Instant evaluatedAt,
        @Nullable Instant orderAt,
        @Nullable Instant escortAt,
        boolean escortExempted,
        @Nullable Instant instructionsAt,
        boolean bedMissing,
        boolean noFlap,
        @Nullable Instant flapPlannedAt,
        @Nullable Instant flapPassedAt,
        @Nullable Instant flapSuspectedAt,
        @Nullable Integer ischemiaMinutes,
        @Nullable Instant extendedAt,
        @Nullable Instant signedAt,
        long position) {

    /** The step of the ladder at this instant: in recovery with all that discharge needs is ready. */
    public Rung rungAt(Instant now, DischargeGate gate) {
        return rung == Rung.RECOVERY && gate.items(this, now).stream().allMatch(DischargeGate.Item::isMet)
                ? Rung.READY
                : rung;
    }

    /** Whether it was cancelled before the patient came. */
    public boolean isCancelled() {
        return "CANCELLED".equals(endedAs);
    }
}
