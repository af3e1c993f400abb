package org.crossface.pathway.recovery.discharge;

import java.util.List;
import java.util.stream.Collectors;
import org.crossface.pathway.health.Health;
import org.crossface.pathway.health.MedicationReconciled;
import org.crossface.pathway.health.Medicine;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Verdict;

/** Rules of the medication at the discharge. */
final class MedicationRules {

    private MedicationRules() {}

    static final Check<ReconcileMedication> EACH_DRUG_IS_DECIDED = Check.hard(
            "SEQ-RECONCILED",
            "At the discharge it is decided about each drug that the patient takes.",
            (state, command, given) -> {
                Health after = state.health()
                        .evolve(new MedicationReconciled(
                                command.pathwayId(), "", command.occurredAt(), command.caseId(), command.medicines()));
                List<Medicine> open = after.undecided(command.caseId());
                return Verdict.refusedIf(
                        !open.isEmpty(),
                        "medicines",
                        "Nothing is decided about: " + names(open),
                        "Decide about each drug on the list of medication");
            });

    /** Asked at the discharge; nothing is asked of a patient of whom no medication is listed. */
    static final Condition MEDICATION_IS_RECONCILED = Condition.hard(
                    "SEQ-RECONCILED", "At the discharge it is decided about each drug that the patient takes.", on -> {
                        List<Medicine> open =
                                on.state().health().undecided(on.surgicalCase().caseId());
                        return open.isEmpty()
                                ? Verdict.ALLOWED
                                : Verdict.refused(
                                        "", "Nothing is decided about: " + names(open), "Reconcile the medication");
                    })
            .named("Medication")
            .fulfilledBy(ReconcileMedication.class);

    private static String names(List<Medicine> medicines) {
        return medicines.stream().map(Medicine::drug).collect(Collectors.joining(", "));
    }
}
