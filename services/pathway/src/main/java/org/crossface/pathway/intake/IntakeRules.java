package org.crossface.pathway.intake;

import java.time.LocalDate;
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

    @Invariant(
            value = "REF-DOCUMENT",
            kind = RuleClass.HARD,
            says = "A document that brought a referral is kept for the patient of this pathway.")
    static Verdict documentIsThePatients(PathwayState state, ReceiveReferralDocument command, Circumstances given) {
        return Verdict.refusedIf(
                given.reference()
                        .patientOfDocument(command.documentId())
                        .filter(state.intake().patientId()::equals)
                        .isEmpty(),
                "documentId",
                "No such document is kept for this patient",
                "Send the referral as a bundle, which keeps it");
    }

    @Invariant(
            value = "SEQ-REFERRAL-DATE",
            kind = RuleClass.HARD,
            says = "A referral was written before it is registered.")
    static Verdict referredInThePast(PathwayState state, RegisterReferral command, Circumstances given) {
        LocalDate today = given.reference()
                .site(command.siteId())
                .map(site -> given.today(site.zone()))
                .orElse(command.referredOn());
        return Verdict.refusedIf(
                command.referredOn().isAfter(today),
                "referredOn",
                "The referral date " + command.referredOn() + " lies in the future",
                "Give the date of the referral, today at the latest");
    }

    @Invariant(
            value = "SEQ-REFERRAL",
            kind = RuleClass.HARD,
            says = "A referral is declined before the candidacy is decided.")
    static Verdict declinedBeforeTheDecision(PathwayState state, DeclineReferral command, Circumstances given) {
        boolean open = switch (state.phase()) {
            case REFERRED, UNDER_EVALUATION, DEFERRED -> true;
            default -> false;
        };
        return Verdict.refusedIf(
                !open,
                "",
                "The pathway is in the phase " + state.phase(),
                "Decide on the candidacy, or record a withdrawal");
    }
}
