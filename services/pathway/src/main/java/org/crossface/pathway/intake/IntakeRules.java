package org.crossface.pathway.intake;

import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Verdict;

/** Rules of the intake. */
final class IntakeRules {

    private IntakeRules() {}

    @Invariant(
            value = "REF-SITE",
            kind = RuleClass.HARD,
            says = "A patient is referred to a surgery centre that we know.")
    static Verdict siteIsKnown(PathwayState state, RegisterReferral command, Circumstances given) {
        return Verdict.refusedIf(
                given.reference().site(command.siteId()).isEmpty(),
                "siteId",
                "There is no surgery centre " + command.siteId(),
                "Choose one of the surgery centres");
    }

    @Invariant(
            value = "REF-PATIENT",
            kind = RuleClass.HARD,
            says = "A referral is for a patient who is registered and alive.")
    static Verdict patientIsRegistered(PathwayState state, RegisterReferral command, Circumstances given) {
        return Verdict.refusedIf(
                given.reference()
                        .patient(command.patientId())
                        .filter(patient -> !patient.deceased())
                        .isEmpty(),
                "patientId",
                "No living patient is registered as " + command.patientId(),
                "Register the patient first");
    }
}
