package org.crossface.pathway.scheduling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossface.pathway.recovery.events.ReturnedToTheatre;
import org.crossface.pathway.scheduling.Readiness.ClearanceStatus;
import org.crossface.pathway.scheduling.events.AftercareBedReleased;
import org.crossface.pathway.scheduling.events.AftercareBedReserved;
import org.crossface.pathway.scheduling.events.AnesthesiaAssessed;
import org.crossface.pathway.scheduling.events.AuthorizationDenied;
import org.crossface.pathway.scheduling.events.AuthorizationObtained;
import org.crossface.pathway.scheduling.events.EquipmentReserved;
import org.crossface.pathway.scheduling.events.EscortNamed;
import org.crossface.pathway.scheduling.events.EscortReconfirmed;
import org.crossface.pathway.scheduling.events.EscortWithdrawn;
import org.crossface.pathway.scheduling.events.PreOpCallCompleted;
import org.crossface.pathway.scheduling.events.PreOpClearanceExpired;
import org.crossface.pathway.scheduling.events.PreOpClearanceGranted;
import org.crossface.pathway.scheduling.events.PreOpClearanceWithheld;
import org.crossface.pathway.scheduling.events.PreOpItemRecorded;
import org.crossface.pathway.scheduling.events.SchedulingFact;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.scheduling.events.SurgeryRescheduled;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Readiness for each stage and the cases that were scheduled.
 *
 * @param readiness for the next operation, by stage; a stage of which nothing is known is absent
 * @param used what was prepared for an operation whose patient has left, by case, in the order of leaving; another operation of the stage
 *     is prepared anew (P9)
 * @param needs equipment and people that are reserved, by case
 * @param cases in the order of their opening, the cancelled ones and the returns to theatre too
 */
public record Schedule(
        Map<Stage, Readiness> readiness,
        Map<String, Readiness> used,
        List<SurgicalCase> cases,
        Map<String, CaseNeeds> needs) {

    /** Keeps its own copy of what was used, in its order. */
    public Schedule {
        used = Collections.unmodifiableMap(new LinkedHashMap<>(used));
    }

    /** Before anything happened. */
    public static Schedule none() {
        return new Schedule(Map.of(), Map.of(), List.of(), Map.of());
    }

    /** How ready the patient is for the next operation of this stage. */
    public Readiness readinessFor(Stage stage) {
        return readiness.getOrDefault(stage, Readiness.none());
    }

    /** What was prepared for an operation of this stage: what it used, or while its patient has not left, what is prepared for the stage. */
    public Readiness readinessOf(String caseId, Stage stage) {
        return used.getOrDefault(operationOf(caseId), readinessFor(stage));
    }

    /** The after-care beds that were reserved for operations of this stage and not given back, the newest first. */
    public List<AftercareBedReserved> bedsOf(Stage stage) {
        List<AftercareBedReserved> beds = new ArrayList<>();
        Optional.ofNullable(readinessFor(stage).bed()).ifPresent(beds::add);
        usedAt(stage).forEach(caseId -> Optional.ofNullable(of(caseId).bed()).ifPresent(beds::add));
        return List.copyOf(beds);
    }

    /** The operations of this stage whose patients have left, the newest first. */
    private List<String> usedAt(Stage stage) {
        return used.keySet().stream()
                .filter(caseId ->
                        caseById(caseId).filter(each -> each.stage() == stage).isPresent())
                .toList()
                .reversed();
    }

    private Readiness of(String usedBy) {
        return used.getOrDefault(usedBy, Readiness.none());
    }

    /** The schedule after the patient has left with this operation done: what it was prepared with serves no other one. */
    public Schedule usedBy(String caseId) {
        Optional<SurgicalCase> done = caseById(caseId).filter(each -> !used.containsKey(caseId));
        return done.map(each -> with(caseId, readinessFor(each.stage())).with(each.stage(), Readiness.none()))
                .orElse(this);
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
            case EscortReconfirmed e -> with(e.stage(), readinessFor(e.stage()).with(e));
            case PreOpCallCompleted e -> with(e.stage(), readinessFor(e.stage()).with(e));
            case AftercareBedReserved e ->
                with(e.stage(), readinessFor(e.stage()).withBed(e));
            case AftercareBedReleased e -> released(e);
            case PreOpClearanceGranted e -> cleared(e.stage(), ClearanceStatus.GRANTED, e.validUntil(), e);
            case PreOpClearanceWithheld e -> cleared(e.stage(), ClearanceStatus.WITHHELD, null, e);
            case PreOpClearanceExpired e -> cleared(e.stage(), ClearanceStatus.EXPIRED, e.validUntil(), e);
            case AuthorizationObtained e -> answered(e.stage(), e);
            case AuthorizationDenied e -> answered(e.stage(), null);
            case EquipmentReserved e -> with(e);
            case SurgeryScheduled e -> opened(SurgicalCase.of(e));
            case SurgeryRescheduled e ->
                (isMoved(e) ? with(e.stage(), readinessFor(e.stage()).withoutCalls()) : this).changed(e.caseId(), e);
            case SurgeryCancelled e ->
                with(e.stage(), readinessFor(e.stage()).withoutCalls()).changed(e.caseId(), e);
        };
    }

    /** What is reserved for this case beside room and surgeons. */
    public CaseNeeds needsOf(String caseId) {
        return needs.getOrDefault(caseId, CaseNeeds.none());
    }

    private Schedule cleared(Stage stage, ClearanceStatus status, @Nullable LocalDate until, SchedulingFact decided) {
        return with(stage, readinessFor(stage).with(new Readiness.Clearance(status, until, decided.occurredAt())));
    }

    /** A payer's answer that comes after the patient has left is about that operation too, until another one is booked. */
    private Schedule answered(Stage stage, @Nullable AuthorizationObtained obtained) {
        Schedule next = with(stage, readinessFor(stage).withAuthorization(obtained));
        return caseOf(stage)
                .map(SurgicalCase::caseId)
                .filter(used::containsKey)
                .map(caseId -> next.with(caseId, of(caseId).withAuthorization(obtained)))
                .orElse(next);
    }

    /** The bed whose time has begun is given back; else the one for the next operation, or the newest that there is. */
    private Schedule released(AftercareBedReleased fact) {
        Stage stage = fact.stage();
        Optional<String> begun = usedAt(stage).stream()
                .filter(caseId -> of(caseId)
                        .bedIn(fact.facilityId())
                        .filter(bed -> !bed.from().isAfter(fact.occurredAt()))
                        .isPresent())
                .findFirst();
        Optional<String> given = begun.isPresent() || readinessFor(stage).bed() != null
                ? begun
                : usedAt(stage).stream()
                        .filter(caseId -> of(caseId).bed() != null)
                        .findFirst();
        return given.map(caseId -> with(caseId, of(caseId).withBed(null)))
                .orElseGet(() -> with(stage, readinessFor(stage).withBed(null)));
    }

    private Schedule with(String usedBy, Readiness changed) {
        Map<String, Readiness> more = new LinkedHashMap<>(used);
        more.put(usedBy, changed);
        return new Schedule(readiness, more, cases, needs);
    }

    private Schedule with(EquipmentReserved reserved) {
        Map<String, CaseNeeds> all = new HashMap<>(needs);
        all.put(reserved.caseId(), CaseNeeds.of(reserved));
        return new Schedule(readiness, used, cases, Map.copyOf(all));
    }

    private Schedule with(Stage stage, Readiness changed) {
        Map<Stage, Readiness> more = new EnumMap<>(Stage.class);
        more.putAll(readiness);
        more.put(stage, changed);
        return new Schedule(Map.copyOf(more), used, cases, needs);
    }

    private Schedule opened(SurgicalCase opened) {
        List<SurgicalCase> more = new ArrayList<>(cases);
        more.add(opened);
        return new Schedule(readiness, used, List.copyOf(more), needs);
    }

    /** Whether patient and escort come at another time; not with another room or surgeon alone. */
    private boolean isMoved(SurgeryRescheduled fact) {
        return caseById(fact.caseId())
                .filter(each -> each.startsAt().isEqual(fact.startsAt()))
                .isEmpty();
    }

    private Schedule changed(String caseId, SchedulingFact fact) {
        return new Schedule(
                readiness,
                used,
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
