package org.crossface.pathway.surgery.reports;

import org.crossface.pathway.surgery.events.AnesthesiaInduced;
import org.crossface.pathway.surgery.vocabulary.DiscontinuedPhase;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Verdict;

/** Rules of a procedure that is stopped before it is complete. */
final class DiscontinuationRules {

    private DiscontinuationRules() {}

    static final Condition OPERATION_IS_NOT_COMPLETE = Condition.hard(
            "SEQ-DISCONTINUE",
            "A procedure is stopped before it is complete.",
            on -> Verdict.refusedIf(
                    on.operation().isCompleted(),
                    "",
                    "The operation is complete",
                    "A completed operation cannot be discontinued"));

    static final Check<DiscontinueProcedure> STOP_FITS_ANESTHESIA = Check.hard(
            "SEQ-DISCONTINUE",
            "A procedure is stopped before or after anesthesia as the record of anesthesia says.",
            (state, command, given) -> {
                boolean induced = state.operations().of(command.caseId()).has(AnesthesiaInduced.class);
                return Verdict.refusedIf(
                        induced != (command.phase() == DiscontinuedPhase.AFTER_ANESTHESIA),
                        "phase",
                        induced ? "Anesthesia was induced" : "Anesthesia was not induced",
                        "Choose "
                                + (induced ? DiscontinuedPhase.AFTER_ANESTHESIA : DiscontinuedPhase.BEFORE_ANESTHESIA));
            });
}
