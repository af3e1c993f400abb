package org.crossface.pathway.record;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crossface.pathway.consent.ConsentRevoked;
import org.crossface.pathway.oversight.ConcernRaised;
import org.crossface.pathway.oversight.ContradictionEnded;
import org.crossface.pathway.oversight.FactContradicted;
import org.crossface.pathway.oversight.LateEntryExplained;
import org.crossface.pathway.oversight.OverrideUsed;
import org.crossface.pathway.oversight.PatientWithdrew;
import org.crossface.pathway.recovery.events.AftercareDischarged;
import org.crossface.pathway.recovery.events.LeftAgainstMedicalAdvice;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.events.UnplannedTransferOccurred;
import org.crossface.pathway.recovery.vocabulary.DischargeDestination;
import org.crossface.pathway.scheduling.Readiness;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.scheduling.events.AftercareBedReleased;
import org.crossface.pathway.scheduling.events.EscortWithdrawn;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.scheduling.vocabulary.CancellationTiming;
import org.crossface.pathway.scheduling.vocabulary.ScheduleChangeReason;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.Operation;
import org.crossface.pathway.surgery.events.AnesthesiaInduced;
import org.crossface.pathway.surgery.events.ExternalStageOneAttested;
import org.crossface.pathway.surgery.events.ExternalStageTwoAttested;
import org.crossface.pathway.surgery.events.PatientAdmitted;
import org.crossface.pathway.surgery.events.ProcedureDiscontinued;
import org.crossface.pathway.surgery.vocabulary.DiscontinuedPhase;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;

/** What goes with a case that will not take place: its escort and its after-care bed. */
public final class Cancellations {

    private Cancellations() {}

    /**
     * The facts that cancel the open case of a stage, if there is one and anesthesia has not begun.
     *
     * @return in the order in which they have to be recorded
     */
    public static List<PathwayEvent> of(
            PathwayState state,
            Stage stage,
            String pathwayId,
            OffsetDateTime at,
            ScheduleChangeReason reason,
            Circumstances given) {
        Optional<SurgicalCase> open = openCase(state, stage)
                .filter(each -> !state.operations().of(each.caseId()).has(AnesthesiaInduced.class));
        if (open.isEmpty()) {
            return List.of();
        }
        SurgicalCase gone = open.get();
        SurgeryCancelled cancelled = new SurgeryCancelled(
                pathwayId,
                given.ids().next(),
                at,
                gone.caseId(),
                stage,
                timing(state.operations().of(gone.caseId())),
                reason,
                null);
        return withConsequences(state, cancelled, given);
    }

    /** The cancellation with what follows from it. */
    public static List<PathwayEvent> withConsequences(
            PathwayState state, SurgeryCancelled cancelled, Circumstances given) {
        Readiness readiness = state.schedule().readinessFor(cancelled.stage());
        List<PathwayEvent> facts = new ArrayList<>();
        facts.add(cancelled);
        if (readiness.escort() != null) {
            facts.add(new EscortWithdrawn(
                    cancelled.pathwayId(), given.ids().next(), cancelled.occurredAt(), cancelled.stage(), null));
        }
        if (readiness.bed() != null) {
            facts.add(new AftercareBedReleased(
                    cancelled.pathwayId(),
                    given.ids().next(),
                    cancelled.occurredAt(),
                    cancelled.stage(),
                    readiness.bed().facilityId()));
        }
        return facts;
    }

    /**
     * What follows from a fact: the cancellations when it ends the pathway, when the patient withdraws from the next stage, or when another
     * centre did the operation, and the release of a bed that nobody needs any more.
     */
    public static List<PathwayEvent> following(
            PathwayEvent event, PathwayState before, PathwayState after, Circumstances given) {
        if (event instanceof ExternalStageOneAttested attested) {
            return doneElsewhere(List.of(Stage.ONE), attested, after, given);
        }
        if (event instanceof ExternalStageTwoAttested attested) {
            boolean sameSide = after.operatedSide(Stage.TWO)
                    .filter(attested.faceSide().opposite()::equals)
                    .isEmpty();
            return doneElsewhere(sameSide ? List.of(Stage.values()) : List.of(), attested, after, given);
        }
        if (event instanceof AftercareDischarged left) {
            return releaseAfter(left, after, given);
        }
        Optional<Stage> unneeded = stageWithoutBed(event);
        if (unneeded.isPresent()) {
            return release(after, unneeded.get(), event, given);
        }
        boolean ends = after.phase().isEnd() && !before.phase().isEnd();
        if (!ends && !(event instanceof PatientWithdrew)) {
            return List.of();
        }
        ScheduleChangeReason reason = after.phase() == Phase.DECEASED
                ? ScheduleChangeReason.DECEASED
                : event instanceof PatientWithdrew ? ScheduleChangeReason.WITHDRAWN : ScheduleChangeReason.OTHER;
        return Arrays.stream(Stage.values())
                .flatMap(stage -> of(after, stage, event.pathwayId(), event.occurredAt(), reason, given).stream())
                .toList();
    }

    /**
     * Whether a fact was recorded because another one was: nobody entered it, so that nobody can have entered it wrongly. What follows from a fact
     * stands right behind it and has its time; nobody could enter the same again, since nothing was left to cancel.
     *
     * @param facts as they were recorded, in their order
     */
    static boolean isConsequence(List<PathwayEvent> facts, String factId) {
        int at = IntStream.range(0, facts.size())
                .filter(i -> facts.get(i).factId().equals(factId))
                .findFirst()
                .orElse(0);
        Optional<Stage> stage = stageOf(facts.get(at));
        if (stage.isEmpty()) {
            return false;
        }
        PathwayEvent fact = facts.get(at);
        for (int i = at - 1; i >= 0; i--) {
            PathwayEvent earlier = facts.get(i);
            if (!accompanies(earlier)) {
                if (!earlier.occurredAt().equals(fact.occurredAt())) {
                    return false;
                }
                boolean withItsCase = !(fact instanceof SurgeryCancelled)
                        && earlier instanceof SurgeryCancelled gone
                        && gone.stage() == stage.get();
                if (withItsCase || stageOf(earlier).isEmpty()) {
                    return withItsCase || isCause(earlier, fact, stage.get(), facts.subList(0, i + 1));
                }
            }
        }
        return false;
    }

    /** What is recorded about a fact before what follows from it. */
    private static boolean accompanies(PathwayEvent fact) {
        return fact instanceof LateEntryExplained
                || fact instanceof OverrideUsed
                || fact instanceof ConcernRaised
                || fact instanceof FactContradicted
                || fact instanceof ContradictionEnded;
    }

    private static boolean isCause(PathwayEvent earlier, PathwayEvent fact, Stage stage, List<PathwayEvent> until) {
        return switch (fact) {
            case AftercareBedReleased _ ->
                stageWithoutBed(earlier).filter(stage::equals).isPresent();
            case SurgeryCancelled _ ->
                earlier instanceof PatientWithdrew
                        || earlier instanceof ConsentRevoked
                        || earlier instanceof ExternalStageOneAttested
                        || earlier instanceof ExternalStageTwoAttested
                        || PathwayState.of(until).phase().isEnd();
            default -> false;
        };
    }

    /** The stage of which this fact gives something up that was prepared. */
    private static Optional<Stage> stageOf(PathwayEvent fact) {
        return switch (fact) {
            case SurgeryCancelled e -> Optional.of(e.stage());
            case EscortWithdrawn e -> Optional.of(e.stage());
            case AftercareBedReleased e -> Optional.of(e.stage());
            default -> Optional.empty();
        };
    }

    /** What is booked here for the same purpose will not take place; a muscle in place needs no graft any more. */
    private static List<PathwayEvent> doneElsewhere(
            List<Stage> stages, PathwayEvent attested, PathwayState after, Circumstances given) {
        return stages.stream()
                .flatMap(stage -> of(
                        after,
                        stage,
                        attested.pathwayId(),
                        attested.occurredAt(),
                        ScheduleChangeReason.DONE_ELSEWHERE,
                        given)
                        .stream())
                .toList();
    }

    /** The operation after which nobody needs a bed in an after-care facility: it stopped before anesthesia, or the patient went elsewhere. */
    private static Optional<Stage> stageWithoutBed(PathwayEvent event) {
        return switch (event) {
            case ProcedureDiscontinued e
            when e.phase() == DiscontinuedPhase.BEFORE_ANESTHESIA -> Optional.of(e.stage());
            case PatientDischarged e
            when e.destination() != DischargeDestination.AFTERCARE_FACILITY -> Optional.of(e.stage());
            case UnplannedTransferOccurred e -> Optional.of(e.stage());
            case LeftAgainstMedicalAdvice e -> Optional.of(e.stage());
            default -> Optional.empty();
        };
    }

    /** Whoever leaves the facility before the bed's last day needs it no longer. */
    private static List<PathwayEvent> releaseAfter(AftercareDischarged left, PathwayState after, Circumstances given) {
        return after.schedule().caseById(left.caseId()).stream()
                .flatMap(each -> after.schedule().bedsOf(each.stage()).stream()
                        .filter(bed -> bed.facilityId().equals(left.facilityId())
                                && !bed.from().isAfter(left.occurredAt())
                                && bed.until().isAfter(left.occurredAt()))
                        .limit(1)
                        .<PathwayEvent>map(bed -> new AftercareBedReleased(
                                left.pathwayId(),
                                given.ids().next(),
                                left.occurredAt(),
                                each.stage(),
                                bed.facilityId())))
                .toList();
    }

    private static List<PathwayEvent> release(
            PathwayState state, Stage stage, PathwayEvent event, Circumstances given) {
        return state.schedule().bedsOf(stage).stream()
                .limit(1)
                .<PathwayEvent>map(bed -> new AftercareBedReleased(
                        event.pathwayId(), given.ids().next(), event.occurredAt(), stage, bed.facilityId()))
                .toList();
    }

    /** The case of a stage that is neither cancelled nor discontinued nor completed. */
    public static Optional<SurgicalCase> openCase(PathwayState state, Stage stage) {
        return state.schedule().caseOf(stage).filter(each -> {
            Operation operation = state.operations().of(each.caseId());
            return !operation.isCompleted() && !operation.isDiscontinued();
        });
    }

    /** How far the day of a case has come. */
    public static CancellationTiming timing(Operation operation) {
        if (operation.has(AnesthesiaInduced.class)) {
            return CancellationTiming.AFTER_ANESTHESIA;
        }
        return operation.has(PatientAdmitted.class)
                ? CancellationTiming.AFTER_ADMISSION_BEFORE_ANESTHESIA
                : CancellationTiming.BEFORE_ADMISSION;
    }
}
