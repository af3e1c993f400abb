package org.crossface.pathway.scheduling;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossface.pathway.recovery.events.ReturnedToTheatre;
import org.crossface.pathway.scheduling.events.AftercareBedReleased;
import org.crossface.pathway.scheduling.events.AftercareBedReserved;
import org.crossface.pathway.scheduling.events.AnesthesiaAssessed;
import org.crossface.pathway.scheduling.events.AuthorizationDenied;
import org.crossface.pathway.scheduling.events.AuthorizationObtained;
import org.crossface.pathway.scheduling.events.EquipmentReserved;
import org.crossface.pathway.scheduling.events.EscortNamed;
import org.crossface.pathway.scheduling.events.EscortWithdrawn;
import org.crossface.pathway.scheduling.events.PreOpClearanceGranted;
import org.crossface.pathway.scheduling.events.PreOpItemRecorded;
import org.crossface.pathway.scheduling.events.SchedulingFact;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.scheduling.events.SurgeryRescheduled;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;

/**
 * Readiness for each stage and the cases that were scheduled.
 *
 * @param readiness by stage; a stage of which nothing is known is absent
 * @param needs equipment and people that are reserved, by case
 * @param cases in the order of their opening, the cancelled ones and the returns to theatre too
 */
public record Schedule(Map<Stage, Readiness> readiness, List<SurgicalCase> cases, Map<String, CaseNeeds> needs) {

    /** Before anything happened. */
    public static Schedule none() {
        return new Schedule(Map.of(), List.of(), Map.of());
    }

    /** How ready the patient is for the operation of this stage. */
    public Readiness readinessFor(Stage stage) {
        return readiness.getOrDefault(stage, Readiness.none());
    }

    /** The newest case of this stage that was booked and not cancelled; a return to theatre is none of them. */
    public Optional<SurgicalCase> caseOf(Stage stage) {
        return cases.reversed().stream()
                .filter(each -> each.stage() == stage && !each.cancelled() && !each.isReturn())
                .findFirst();
    }

    /** The case with this identifier, cancelled or not. */
    public Optional<SurgicalCase> caseById(String caseId) {
        return cases.stream().filter(each -> each.caseId().equals(caseId)).findFirst();
    }

    /** The booked operation that a case belongs to: the one that a return to theatre follows, over all returns; of any other, itself. */
    public String operationOf(String caseId) {
        String follows = caseById(caseId).map(SurgicalCase::follows).orElse(null);
        return follows == null ? caseId : operationOf(follows);
    }

    /** The newest return to theatre after this case; empty when there was none. */
    public Optional<SurgicalCase> returnAfter(String caseId) {
        return cases.reversed().stream()
                .filter(each -> caseId.equals(each.follows()))
                .findFirst();
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Schedule evolve(PathwayEvent event) {
        if (event instanceof ReturnedToTheatre returned) {
            return caseById(returned.indexCaseId())
                    .map(before -> opened(SurgicalCase.of(returned, before)))
                    .orElse(this);
        }
        if (!(event instanceof SchedulingFact fact)) {
            return this;
        }
        return switch (fact) {
            case AnesthesiaAssessed e -> with(e.stage(), readinessFor(e.stage()).with(e));
            case PreOpItemRecorded e -> with(e.stage(), readinessFor(e.stage()).with(e));
            case EscortNamed e -> with(e.stage(), readinessFor(e.stage()).withEscort(e));
            case EscortWithdrawn e -> with(e.stage(), readinessFor(e.stage()).withEscort(null));
            case AftercareBedReserved e ->
                with(e.stage(), readinessFor(e.stage()).withBed(e));
            case AftercareBedReleased e ->
                with(e.stage(), readinessFor(e.stage()).withBed(null));
            case PreOpClearanceGranted e ->
                with(e.stage(), readinessFor(e.stage()).with(e));
            case AuthorizationObtained e ->
                with(e.stage(), readinessFor(e.stage()).withAuthorization(e));
            case AuthorizationDenied e ->
                with(e.stage(), readinessFor(e.stage()).withAuthorization(null));
            case EquipmentReserved e -> with(e);
            case SurgeryScheduled e -> opened(SurgicalCase.of(e));
            case SurgeryRescheduled e -> changed(e.caseId(), e);
            case SurgeryCancelled e -> changed(e.caseId(), e);
        };
    }

    /** What is reserved for this case beside room and surgeons. */
    public CaseNeeds needsOf(String caseId) {
        return needs.getOrDefault(caseId, CaseNeeds.none());
    }

    private Schedule with(EquipmentReserved reserved) {
        Map<String, CaseNeeds> all = new HashMap<>(needs);
        all.put(reserved.caseId(), CaseNeeds.of(reserved));
        return new Schedule(readiness, cases, Map.copyOf(all));
    }

    private Schedule with(Stage stage, Readiness changed) {
        Map<Stage, Readiness> more = new EnumMap<>(Stage.class);
        more.putAll(readiness);
        more.put(stage, changed);
        return new Schedule(Map.copyOf(more), cases, needs);
    }

    private Schedule opened(SurgicalCase opened) {
        List<SurgicalCase> more = new ArrayList<>(cases);
        more.add(opened);
        return new Schedule(readiness, List.copyOf(more), needs);
    }

    private Schedule changed(String caseId, SchedulingFact fact) {
        return new Schedule(
                readiness,
                cases.stream()
                        .map(each -> each.caseId().equals(caseId) ? after(each, fact) : each)
                        .toList(),
                needs);
    }

    private static SurgicalCase after(SurgicalCase each, SchedulingFact fact) {
        return switch (fact) {
            case SurgeryRescheduled moved -> each.moved(moved);
            case SurgeryCancelled cancelled -> each.cancel();
            default -> each;
        };
    }
}
