package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The day of surgery of one case, as its facts tell it.
 *
 * @param facts in the order of recording
 */
public record Operation(String caseId, List<SurgeryFact> facts) {

    /** Keeps its own copy of the facts. */
    public Operation {
        facts = List.copyOf(facts);
    }

    /** A case of which nothing has happened yet. */
    public static Operation notStarted(String caseId) {
        return new Operation(caseId, List.of());
    }

    /** The latest fact of this type. */
    public <F extends SurgeryFact> Optional<F> last(Class<F> type) {
        return facts.reversed().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** All facts of this type, in their order. */
    public <F extends SurgeryFact> List<F> all(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Whether there is a fact of this type. */
    public boolean has(Class<? extends SurgeryFact> type) {
        return last(type).isPresent();
    }

    /** When the first incision was made, by the normal step or by a report that a step before it was missed. */
    public Optional<OffsetDateTime> incisionAt() {
        return last(IncisionMade.class)
                .map(IncisionMade::occurredAt)
                .or(() -> all(ChecklistDeviationReported.class).stream()
                        .flatMap(deviation -> Optional.ofNullable(deviation.incisionAt()).stream())
                        .findFirst());
    }

    /** Whether this step of the safety sequence was reported as missed. */
    public boolean missed(ChecklistStep step) {
        return all(ChecklistDeviationReported.class).stream()
                .anyMatch(deviation -> deviation.step() == step && deviation.kind() == DeviationKind.MISSED);
    }

    /** Whether stage one or stage two was completed in this case. */
    public boolean isCompleted() {
        return has(StageOneCompleted.class) || has(StageTwoCompleted.class);
    }

    /** Whether the procedure was stopped before it was complete. */
    public boolean isDiscontinued() {
        return has(ProcedureDiscontinued.class);
    }

    Operation with(SurgeryFact fact) {
        List<SurgeryFact> longer = new ArrayList<>(facts);
        longer.add(fact);
        return new Operation(caseId, longer);
    }
}
