package org.crossface.pathway.intake.referral;

import java.time.LocalDate;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.decision.Verdict;

/** Rules of the intake. */
final class IntakeRules {

    private IntakeRules() {}

    static final Check<RegisterReferral> SITE_IS_KNOWN = Check.hard(
            "REF-SITE",
            "A patient is referred to a registered surgery centre.",
            (state, command, given) -> Verdict.refusedIf(
                    given.reference().site(command.siteId()).isEmpty(),
                    "siteId",
                    "There is no surgery centre " + command.siteId(),
                    "Choose one of the surgery centres"));

    static final Check<RegisterReferral> PATIENT_IS_REGISTERED = Check.hard(
            "REF-PATIENT",
            "A referral is for a patient who is registered and alive.",
            (state, command, given) -> Verdict.refusedIf(
                    given.reference()
                            .patient(command.patientId())
                            .filter(patient -> !patient.deceased())
                            .isEmpty(),
                    "patientId",
                    "There is no living patient " + command.patientId(),
                    "Register the patient first"));

    static final Check<ReceiveReferralDocument> DOCUMENT_IS_THE_PATIENTS = Check.hard(
            "REF-DOCUMENT",
            "A document that brought a referral is kept for the patient of this pathway.",
            (state, command, given) -> Verdict.refusedIf(
                    given.reference()
                            .patientOfDocument(command.documentId())
                            .filter(state.intake().patientId()::equals)
                            .isEmpty(),
                    "documentId",
                    "No such document is kept for this patient",
                    "Send the referral as a bundle; the bundle stores the document"));

    static final Condition EVALUATION_IS_STILL_TO_BE_BOOKED = Condition.hard(
            "SEQ-REFERRAL-EXPIRY",
            "A referral expires while no evaluation visit is booked and nothing was found at one.",
            on -> Verdict.refusedIf(
                    !on.state().evaluation().isStillToBeBooked(),
                    "",
                    "The evaluation is booked or has begun",
                    "No action is needed"));

    static final Condition REFERRAL_IS_OLD = Condition.policy(
            "SEQ-REFERRAL-EXPIRY",
            "A referral expires {referralExpiryDays} days after it was written, or after the last visit that was missed.",
            on -> {
                LocalDate since = on.state().evaluation().missedVisits().stream()
                        .map(on.state()::dayOf)
                        .reduce(on.state().intake().referredOn(), (one, other) -> one.isAfter(other) ? one : other);
                LocalDate from = since.plusDays(on.policy().of(Threshold.REFERRAL_EXPIRY_DAYS));
                return on.day().isBefore(from)
                        ? Verdict.refusedUntil(
                                on.startOf(from), "", "It expires on " + from, "Book the evaluation before that day")
                        : Verdict.ALLOWED;
            });

    static final Condition PATIENT_WAS_NOTIFIED = Condition.policy(
            "SEQ-REFERRAL-EXPIRY", "A referral expires after {referralNotices} attempts to reach the patient.", on -> {
                int notices = on.state().afterCare().followUp().contactAttempts();
                return Verdict.refusedIf(
                        notices < on.policy().of(Threshold.REFERRAL_NOTICES),
                        "",
                        "Attempts on record: " + notices,
                        "Write to the patient or call, and record the attempt");
            });

    static final Check<RegisterReferral> REFERRED_IN_THE_PAST = Check.hard(
            "SEQ-REFERRAL-DATE", "A referral was written before it is registered.", (state, command, given) -> {
                LocalDate today = given.reference()
                        .site(command.siteId())
                        .map(site -> given.today(site.zone()))
                        .orElse(command.referredOn());
                return Verdict.refusedIf(
                        command.referredOn().isAfter(today),
                        "referredOn",
                        "The referral date " + command.referredOn() + " is in the future",
                        "Give the date of the referral, today at the latest");
            });
}
