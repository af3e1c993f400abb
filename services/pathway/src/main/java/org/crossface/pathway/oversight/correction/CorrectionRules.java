package org.crossface.pathway.oversight.correction;

import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.Correction;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;
import org.crossface.platform.api.values.StorableRecords;
import org.crossface.platform.api.values.UnstorableValue;
import org.jspecify.annotations.Nullable;

/** Rules of corrections and retractions, judged together with the fact that they are about. */
final class CorrectionRules {

    private CorrectionRules() {}

    static final Check<Amendment> FACT_IS_KNOWN = Check.hard(
            "REF-FACT",
            "A correction names a recorded fact that was not retracted; a retraction is final.",
            (state, command, given) -> {
                PathwayEvent target = command.target();
                return Verdict.refusedIf(
                        target == null || target instanceof RecordRetracted || isOpening(command, target),
                        "targetFactId",
                        "There is no such fact in this pathway, or it was retracted",
                        "Choose a fact of this pathway");
            });

    static final Check<Amendment> AMENDMENT_IS_EXPLAINED = Check.hard(
            "INV-62",
            "A record is only corrected by its author or a surgeon, with a reason of at least {reasonCharacters} characters.",
            (state, command, given) -> {
                if (command.reason().strip().length() < given.policy().of(Threshold.REASON_CHARACTERS)) {
                    return Verdict.refused(
                            "reason",
                            given.policy().fill("The reason has less than {reasonCharacters} characters"),
                            "Explain what was wrong and how it happened");
                }
                return Verdict.refusedIf(
                        given.role() != Role.SURGEON && !given.actorId().equals(command.author()),
                        "targetFactId",
                        "Another user recorded the fact",
                        "Ask the author or a surgeon");
            });

    static final Check<Amendment> VALUES_CAN_BE_READ = Check.hard(
            "REF-FIELD",
            "A correction names fields of the fact and gives values that they can have.",
            (state, command, given) -> {
                PathwayEvent target = command.target();
                if (command.fields().isEmpty()) {
                    return Verdict.refused("fields", "No field is corrected", "Name a field and its correct value");
                }
                if (target == null || target instanceof RecordCorrected) {
                    return Verdict.refused(
                            "targetFactId", "A correction itself cannot be corrected", "Correct the fact again");
                }
                try {
                    return keptAs(Correction.check(withoutOldFaults(target), command.fields()));
                } catch (UnstorableValue e) {
                    return Verdict.refused("fields", e.field() + ": " + e.finding(), e.remedy());
                } catch (IllegalArgumentException e) {
                    return Verdict.refused(
                            "fields", String.valueOf(e.getMessage()), "Enter the value in the form's format");
                }
            });

    /** What an earlier release took is not what this correction has to answer for. */
    private static PathwayEvent withoutOldFaults(PathwayEvent fact) {
        return fact instanceof Record values && StorableRecords.mended(values) instanceof PathwayEvent mended
                ? mended
                : fact;
    }

    /** The values of a correction come as texts, so that only now it shows what kind they are. */
    private static Verdict keptAs(PathwayEvent fact) {
        return Verdict.refusedIf(
                fact instanceof Record values
                        && !StorableRecords.normalised(values).equals(values),
                "fields",
                "A value is not in its stored form",
                "Give times in whole microseconds with an offset in whole minutes, and zero without a minus");
    }

    private static boolean isOpening(Amendment command, @Nullable PathwayEvent target) {
        return target instanceof PatientReferred && command.fields().isEmpty();
    }
}
