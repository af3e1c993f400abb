package org.crossface.pathway.health.history;

import java.time.LocalDate;
import java.util.List;
import org.crossface.pathway.usecase.Check;
import org.crossface.platform.api.decision.Verdict;

/** Rules of what a patient is asked: allergies and medication, operations for something else. */
final class ListRules {

    private ListRules() {}

    static final Check<ListAllergies> ALLERGIES_OR_NONE = Check.hard(
            "SEQ-LIST",
            "A list names something, or says that there is nothing.",
            (state, command, given) -> whole(command.noneKnown(), command.allergies(), "allergies"));

    static final Check<ListMedication> MEDICATION_OR_NONE = Check.hard(
            "SEQ-LIST",
            "A list names something, or says that there is nothing.",
            (state, command, given) -> whole(command.noneTaken(), command.medicines(), "medicines"));

    static final Check<RecordUnrelatedOperation> OTHER_OPERATION_HAS_HAPPENED =
            Check.hard("INV-61", "A recorded fact has already happened.", (state, command, given) -> {
                LocalDate today = state.dayOf(command.occurredAt());
                return Verdict.refusedIf(
                        command.operatedOn().isAfter(today),
                        "operatedOn",
                        "The operation would lie in the future, on " + command.operatedOn(),
                        "Give the day of the operation");
            });

    private static Verdict whole(boolean none, List<?> list, String field) {
        return Verdict.refusedIf(
                none != list.isEmpty(),
                field,
                none ? "The list says that there is nothing, and names something" : "The list is empty",
                "Name what there is, or say that there is nothing");
    }
}
