package org.crossface.pathway.rehabilitation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.rehabilitation.events.FirstMovementObserved;
import org.crossface.pathway.rehabilitation.events.FlapFact;
import org.crossface.pathway.rehabilitation.events.HomeProgrammeAdherenceReported;
import org.crossface.pathway.rehabilitation.events.NonFunctioningTransferDeclared;
import org.crossface.pathway.rehabilitation.events.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.events.RehabilitationCompleted;
import org.crossface.pathway.rehabilitation.events.RehabilitationPaused;
import org.crossface.pathway.rehabilitation.events.RehabilitationResumed;
import org.crossface.pathway.rehabilitation.events.RehabilitationStarted;
import org.crossface.pathway.rehabilitation.events.RehabilitationStoppedEarly;
import org.crossface.pathway.rehabilitation.events.SpontaneousSmileObserved;
import org.crossface.pathway.rehabilitation.events.TherapyReviewed;
import org.crossface.pathway.rehabilitation.events.TherapySessionAttended;
import org.crossface.pathway.rehabilitation.events.TherapySessionMissed;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.rehabilitation.vocabulary.ProgrammeStatus;
import org.crossface.pathway.rehabilitation.vocabulary.SpontaneousSmile;
import org.jspecify.annotations.Nullable;

/**
 * Therapy, first movement and outcome assessments of one transferred muscle. Each muscle has its own: its clocks start with its own operation
 * (INV-47, INV-49, INV-50).
 *
 * @param dayZero date of its transfer, once therapy has started
 * @param firstMovementOn when the transferred muscle moved first
 * @param assessments outcome assessments in the order of recording
 * @param spontaneousSmile the last observation
 * @param nonFunctioning whether the transfer was declared not to work
 * @param therapy when it began, what comes next, and how it was followed
 */
public record Rehabilitation(
        ProgrammeStatus programme,
        @Nullable LocalDate dayZero,
        int sessions,
        @Nullable LocalDate firstMovementOn,
        List<OutcomeAssessed> assessments,
        @Nullable SpontaneousSmile spontaneousSmile,
        boolean nonFunctioning,
        Therapy therapy) {

    /** Before anything happened. */
    public static Rehabilitation none() {
        return new Rehabilitation(ProgrammeStatus.NOT_STARTED, null, 0, null, List.of(), null, false, Therapy.none());
    }

    /** Whether therapy is over, carried through or stopped. */
    public boolean programmeClosed() {
        return programme == ProgrammeStatus.COMPLETED || programme == ProgrammeStatus.STOPPED_EARLY;
    }

    /** Whether therapy has begun, whatever became of it. */
    public boolean programmeStarted() {
        return programme != ProgrammeStatus.NOT_STARTED;
    }

    /** The outcome at each visit, in the order of recording. */
    public List<Outcome> outcomes() {
        return assessments.stream()
                .map(each -> new Outcome(each.visit(), each.occurredAt(), each.assessment()))
                .toList();
    }

    /**
     * The outcome as it was measured at a visit.
     *
     * @param at when it was measured
     */
    public record Outcome(OutcomeVisit visit, OffsetDateTime at, Assessment assessment) {}

    /** The smile excursion that was measured last after the transfer, mm; empty while none was. */
    public Optional<Double> lastExcursionMm() {
        return assessments.reversed().stream()
                .map(each -> each.assessment().smileExcursionMm())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Whether the outcome was measured at one of these visits. */
    public boolean assessedAt(OutcomeVisit... visits) {
        return assessments.stream().anyMatch(assessment -> List.of(visits).contains(assessment.visit()));
    }

    /** Whether therapy goes on or pauses. */
    public boolean programmeOpen() {
        return programmeStarted() && !programmeClosed();
    }

    /** The state after this fact about the muscle. */
    Rehabilitation after(FlapFact fact) {
        return taken(fact).with(therapy.evolve(fact));
    }

    private Rehabilitation taken(FlapFact fact) {
        return switch (fact) {
            case RehabilitationStarted started ->
                new Rehabilitation(
                        ProgrammeStatus.ACTIVE,
                        started.dayZero(),
                        sessions,
                        firstMovementOn,
                        assessments,
                        spontaneousSmile,
                        nonFunctioning,
                        therapy);
            case RehabilitationPaused paused -> with(ProgrammeStatus.PAUSED);
            case RehabilitationResumed resumed -> with(ProgrammeStatus.ACTIVE);
            case RehabilitationCompleted completed -> with(ProgrammeStatus.COMPLETED);
            case RehabilitationStoppedEarly stopped -> with(ProgrammeStatus.STOPPED_EARLY);
            case TherapySessionAttended attended ->
                new Rehabilitation(
                        programme,
                        dayZero,
                        sessions + 1,
                        firstMovementOn,
                        assessments,
                        spontaneousSmile,
                        nonFunctioning,
                        therapy);
            case FirstMovementObserved first ->
                new Rehabilitation(
                        programme,
                        dayZero,
                        sessions,
                        first.seenOn(),
                        assessments,
                        spontaneousSmile,
                        nonFunctioning,
                        therapy);
            case OutcomeAssessed assessed ->
                new Rehabilitation(
                        programme,
                        dayZero,
                        sessions,
                        firstMovementOn,
                        Stream.concat(assessments.stream(), Stream.of(assessed)).toList(),
                        spontaneousSmile,
                        nonFunctioning,
                        therapy);
            case SpontaneousSmileObserved smile ->
                new Rehabilitation(
                        programme,
                        dayZero,
                        sessions,
                        firstMovementOn,
                        assessments,
                        smile.degree(),
                        nonFunctioning,
                        therapy);
            case NonFunctioningTransferDeclared declared ->
                new Rehabilitation(
                        programme, dayZero, sessions, firstMovementOn, assessments, spontaneousSmile, true, therapy);
            case TherapySessionMissed missed -> this;
            case HomeProgrammeAdherenceReported reported -> this;
            case TherapyReviewed reviewed -> this;
        };
    }

    private Rehabilitation with(Therapy next) {
        return new Rehabilitation(
                programme, dayZero, sessions, firstMovementOn, assessments, spontaneousSmile, nonFunctioning, next);
    }

    private Rehabilitation with(ProgrammeStatus next) {
        return new Rehabilitation(
                next, dayZero, sessions, firstMovementOn, assessments, spontaneousSmile, nonFunctioning, therapy);
    }
}
