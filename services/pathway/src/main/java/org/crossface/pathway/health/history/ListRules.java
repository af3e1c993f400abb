package org.crossface.pathway.health.history;

import java.util.List;
import org.crossface.pathway.usecase.Check;
import org.crossface.platform.api.decision.Verdict;

/** Rules of the lists of allergies and medication. */
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

    private static Verdict whole(boolean none, List<?> list, String field) {
        return Verdict.refusedIf(
                none != list.isEmpty(),
                field,
                none ? "The list says that there is nothing, and names something" : "The list is empty",
                "Name what there is, or say that there is nothing");
    }
}
