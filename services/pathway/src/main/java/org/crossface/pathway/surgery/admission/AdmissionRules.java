package org.crossface.pathway.surgery.admission;

import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.platform.api.decision.Verdict;

/** Rules of the admission to the surgery centre. */
public final class AdmissionRules {

    private AdmissionRules() {}

    static final Check<AdmitPatient> IDENTITY_IS_CHECKED_AT_ADMISSION = Check.hard(
            "INV-67",
            "At least {identifiersChecked} identifiers are checked before any step.",
            (state, command, given) -> identifiers(command.identifiersChecked(), given));

    static final Check<AdmitPatient> MEDICATION_IS_LISTED = Check.hard(
            "SEQ-MEDICATION",
            "The medication that is confirmed at the admission is listed.",
            (state, command, given) -> Verdict.refusedIf(
                    Boolean.TRUE.equals(command.medicationConfirmed())
                            && state.health().medicines() == null,
                    "medicationConfirmed",
                    "There is no list of medication",
                    "List the medication first, or that the patient takes none"));

    /** Refused unless as many identifiers were checked as the policy asks for. */
    public static Verdict identifiers(int checked, Circumstances given) {
        int needed = given.policy().of(Threshold.IDENTIFIERS_CHECKED);
        return Verdict.refusedIf(
                checked < needed,
                "identifiersChecked",
                "Identifiers checked: " + checked + ", needs " + needed,
                "Check " + needed + " identifiers, such as name and date of birth");
    }
}
