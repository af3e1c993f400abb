package org.crossface.coordination.theatre;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.crossface.pathway.state.Rung;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One case on its day. It is stored as a document without the patient's name; the query adds the name.
 *
 * @param familyName {@code null} when unknown or erased
 * @param side paralysed side
 * @param donorSide donor leg of stage one, donor thigh of stage two
 * @param rung step of the ladder according to the facts; see {@link #rungAt}
 * @param preparedAt first preparation after admission
 * @param enteredAt induction, time-out or incision, whichever came first
 * @param leftAt signed out of theatre
 * @param departedAt left the facility
 * @param endedAs {@code DISCHARGED}, {@code TRANSFERRED}, {@code AGAINST_ADVICE}, {@code DISCONTINUED}, {@code RETURNED} or
 *     {@code CANCELLED}
 * @param gate every condition of the discharge
 * @param flapInDoubtSince newest flap check, if it failed; otherwise the newest suspicion; {@code null} after a check that passed
 * @param contradictions for which its next step waits, by rule
 * @param returned whether it is a return to theatre, which nobody booked
 * @param takenBackAt when the patient was taken back to theatre from it; the case of the return goes on
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
        List<GateItem> gate,
        @Nullable Instant flapInDoubtSince,
        @Nullable Integer ischemiaMinutes,
        @Nullable Instant extendedAt,
        @Nullable Instant signedAt,
        List<String> contradictions,
        boolean returned,
        @Nullable Instant takenBackAt,
        long position) {

    /** Keeps its own copies of the lists, which a row of an earlier release may lack. */
    public TheatreCase {
        surgeonIds = surgeonIds == null ? List.of() : List.copyOf(surgeonIds);
        gate = gate == null ? List.of() : List.copyOf(gate);
        contradictions = contradictions == null ? List.of() : List.copyOf(contradictions);
    }

    /** The step of the ladder at this instant. A case in recovery that meets every condition of the discharge is ready. */
    public Rung rungAt(Instant now) {
        boolean ready = !gate.isEmpty() && gate.stream().allMatch(item -> item.isMet(now));
        return rung == Rung.RECOVERY && ready ? Rung.READY : rung;
    }

    /** The conditions that lists show. */
    public List<GateItem> shownGate() {
        return gate.stream().filter(GateItem::isShown).toList();
    }

    /** Whether it was cancelled before the patient came. */
    public boolean isCancelled() {
        return "CANCELLED".equals(endedAs);
    }
}
