package org.crossface.pathway.rehabilitation.therapy;

import java.time.LocalDate;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.rehabilitation.outcome.AssessOutcome;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.rehabilitation.vocabulary.ProgrammeStatus;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.usecase.Situation;
import org.crossface.platform.api.decision.Verdict;

/** Rules of therapy. */
public final class RehabilitationRules {

    private RehabilitationRules() {}

    static final Condition THERAPY_HAS_NOT_STARTED = Condition.hard(
            "SEQ-THERAPY-START",
            "Therapy of a muscle starts once.",
            on -> Verdict.refusedIf(
                    on.rehabilitation().programme() != ProgrammeStatus.NOT_STARTED,
                    "",
                    "Therapy is " + on.rehabilitation().programme(),
                    "Resume it if it is paused"));

    static final Condition MUSCLE_IS_IN_USE = Condition.hard(
            "SEQ-THERAPY-START",
            "Therapy starts for a muscle that is neither lost nor declared not to function.",
            on -> Verdict.refusedIf(
                    on.flap().filter(flap -> !flap.condition().isInUse()).isPresent(),
                    "",
                    "The muscle was lost or does not function",
                    "Retract the loss or the declaration if it was a mistake"));

    static final Condition THERAPY_IS_ACTIVE = Condition.hard(
                    "SEQ-THERAPY",
                    "Sessions, pauses and the end belong to a running therapy.",
                    on -> Verdict.refusedIf(
                            on.rehabilitation().programme() != ProgrammeStatus.ACTIVE,
                            "",
                            "Therapy is " + on.rehabilitation().programme(),
                            "Start or resume therapy first"))
            .fulfilledBy(StartRehabilitation.class, ResumeRehabilitation.class);

    static final Condition THERAPY_PAUSES = Condition.hard(
            "SEQ-THERAPY-PAUSE",
            "Only a paused therapy can be resumed.",
            on -> Verdict.refusedIf(
                    on.rehabilitation().programme() != ProgrammeStatus.PAUSED,
                    "",
                    "Therapy is " + on.rehabilitation().programme(),
                    "No action is needed"));

    static final Condition THERAPY_CAN_BE_REVIEWED = Condition.hard(
                    "SEQ-THERAPY-REVIEW",
                    "A running or paused therapy is reviewed.",
                    on -> Verdict.refusedIf(
                            !on.rehabilitation().programmeOpen(),
                            "",
                            "Therapy is " + on.rehabilitation().programme(),
                            "Start therapy first"))
            .fulfilledBy(StartRehabilitation.class);

    static final Condition THERAPY_IS_OPEN =
            Condition.hard("SEQ-THERAPY-END", "Only a running or paused therapy can be stopped.", on -> {
                ProgrammeStatus programme = on.rehabilitation().programme();
                return Verdict.refusedIf(
                        programme != ProgrammeStatus.ACTIVE && programme != ProgrammeStatus.PAUSED,
                        "",
                        "Therapy is " + programme,
                        "No action is needed");
            });

    static final Condition THERAPY_LASTED_LONG_ENOUGH =
            Condition.policy("INV-47", "Therapy is complete after {therapyMonths} months from stage two.", on -> {
                LocalDate dayZero = on.rehabilitation().dayZero();
                int months = on.policy().of(Threshold.THERAPY_MONTHS);
                return dayZero == null
                        ? Verdict.ALLOWED // SEQ-THERAPY tells that it has not started
                        : from(on, dayZero.plusMonths(months), months, "Wait until then, or stop therapy early");
            });

    static final Condition FINAL_ASSESSMENT_IS_DONE = Condition.policy(
                    "INV-47",
                    "Therapy is complete with a final assessment.",
                    on -> Verdict.refusedIf(
                            !on.rehabilitation()
                                    .assessedAt(
                                            OutcomeVisit.THERAPY_END,
                                            OutcomeVisit.M18,
                                            OutcomeVisit.M24,
                                            OutcomeVisit.M36),
                            "",
                            "There is no final assessment",
                            "Assess the outcome at the end of therapy first"))
            .fulfilledBy(AssessOutcome.class);

    /** Refused until so many months after a day have passed. */
    public static Verdict from(Situation on, LocalDate earliest, int months, String remedy) {
        return on.day().isBefore(earliest)
                ? Verdict.refusedUntil(
                        on.startOf(earliest), "occurredAt", "The " + months + " months end on " + earliest, remedy)
                : Verdict.ALLOWED;
    }
}
