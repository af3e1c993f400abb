package org.crossface.pathway.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recovery and discharge of one case, as its facts tell them.
 *
 * @param facts in the order of recording
 * @param escortPresent whether the responsible adult is here; an escort who withdraws is not
 */
public record Recovery(String caseId, List<RecoveryFact> facts, boolean escortPresent) {

    /** Keeps its own copy of the facts. */
    public Recovery {
        facts = List.copyOf(facts);
    }

    /** A case of which nothing has happened yet. */
    public static Recovery notStarted(String caseId) {
        return new Recovery(caseId, List.of(), false);
    }

    /** The latest fact of this type. */
    public <F extends RecoveryFact> Optional<F> last(Class<F> type) {
        return facts.reversed().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** All facts of this type, in their order. */
    public <F extends RecoveryFact> List<F> all(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Whether there is a fact of this type. */
    public boolean has(Class<? extends RecoveryFact> type) {
        return last(type).isPresent();
    }

    /** Whether the patient has left the facility: discharged, transferred or against advice. */
    public boolean hasLeft() {
        return has(PatientDischarged.class)
                || has(UnplannedTransferOccurred.class)
                || has(LeftAgainstMedicalAdvice.class);
    }

    Recovery with(RecoveryFact fact) {
        List<RecoveryFact> longer = new ArrayList<>(facts);
        longer.add(fact);
        return new Recovery(caseId, longer, escortPresent || fact instanceof EscortArrived);
    }

    Recovery withoutEscort() {
        return new Recovery(caseId, facts, false);
    }
}
