package org.crossface.pathway.recovery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.crossface.pathway.recovery.events.HospitalDischarged;
import org.crossface.pathway.recovery.events.LeftAgainstMedicalAdvice;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.events.RecoveryFact;
import org.crossface.pathway.recovery.events.ReturnedToTheatre;
import org.crossface.pathway.recovery.events.UnplannedTransferOccurred;
import org.crossface.pathway.scheduling.events.EscortWithdrawn;
import org.crossface.pathway.vocabulary.PathwayEvent;

/**
 * Recovery and discharge, by case.
 *
 * @param byCase in the order of admission to recovery
 */
public record Recoveries(Map<String, Recovery> byCase) {

    /** Before anything happened. */
    public static Recoveries none() {
        return new Recoveries(Map.of());
    }

    /** The recovery of this case; an empty one before its first fact. */
    public Recovery of(String caseId) {
        return byCase.getOrDefault(caseId, Recovery.notStarted(caseId));
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Recoveries evolve(PathwayEvent event) {
        return switch (event) {
            case PatientDischarged left -> leaving(left.caseId(), left);
            case UnplannedTransferOccurred left -> leaving(left.caseId(), left);
            case LeftAgainstMedicalAdvice left -> leaving(left.caseId(), left);
            case HospitalDischarged home -> leaving(home.caseId(), home);
            case RecoveryFact fact -> with(of(fact.caseId()).with(fact));
            case EscortWithdrawn withdrawn -> withoutEscort();
            default -> this;
        };
    }

    /** The case before a return to theatre, if the patient had not left since; empty for every other case. */
    public Optional<String> stayBefore(String caseId) {
        return of(caseId)
                .last(ReturnedToTheatre.class)
                .filter(returned -> of(returned.indexCaseId())
                        .departedAt()
                        .filter(left -> left.isBefore(returned.occurredAt()))
                        .isEmpty())
                .map(ReturnedToTheatre::indexCaseId);
    }

    /** A patient leaves once, with every case of the stay. */
    private Recoveries leaving(String caseId, RecoveryFact departure) {
        Optional<String> before = stayBefore(caseId).filter(index -> !of(index).has(departure.getClass()));
        Recoveries next = with(of(caseId).with(departure));
        return before.map(index -> next.leaving(index, departure)).orElse(next);
    }

    private Recoveries with(Recovery changed) {
        Map<String, Recovery> next = new LinkedHashMap<>(byCase);
        next.put(changed.caseId(), changed);
        return new Recoveries(next);
    }

    /** Whoever withdraws an escort means the patient who is still here. */
    private Recoveries withoutEscort() {
        Map<String, Recovery> next = new LinkedHashMap<>(byCase);
        next.replaceAll((caseId, recovery) -> recovery.hasLeft() ? recovery : recovery.withoutEscort());
        return new Recoveries(next);
    }
}
