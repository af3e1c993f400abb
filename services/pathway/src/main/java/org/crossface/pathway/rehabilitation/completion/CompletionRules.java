package org.crossface.pathway.rehabilitation.completion;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.crossface.pathway.aftercare.complication.ResolveComplication;
import org.crossface.pathway.aftercare.redflag.ResolveRedFlag;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.aftercare.wound.CloseSurveillance;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.rehabilitation.outcome.AssessOutcome;
import org.crossface.pathway.rehabilitation.outcome.ObserveSpontaneousSmile;
import org.crossface.pathway.rehabilitation.therapy.CompleteRehabilitation;
import org.crossface.pathway.rehabilitation.therapy.RehabilitationRules;
import org.crossface.pathway.rehabilitation.therapy.StopRehabilitationEarly;
import org.crossface.pathway.rehabilitation.vocabulary.OutcomeVisit;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.usecase.Situation;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;

/** Rules of a pathway that is complete. */
final class CompletionRules {

    private static final String SAYS =
            "A pathway is complete with therapy closed and the final set done for each muscle at work, and nothing open.";

    private CompletionRules() {}

    static final Condition OUTCOME_WAS_FOLLOWED_LONG_ENOUGH =
            Condition.policy("INV-50", "A pathway is complete {completionMonths} months after stage two.", on -> {
                int months = on.policy().of(Threshold.COMPLETION_MONTHS);
                return on.state().flaps().atWork().stream()
                        .flatMap(flap -> Stream.ofNullable(flap.operatedOn()))
                        .max(LocalDate::compareTo)
                        .map(day -> day.plusMonths(months))
                        .map(earliest -> RehabilitationRules.from(
                                on, earliest, months, "Complete it on " + earliest + " or later"))
                        .orElseGet(() -> Verdict.refused("", "Stage two is not completed", "Complete stage two first"));
            });

    static final Condition THERAPY_IS_CLOSED = ofEach(
                    (on, flap) -> on.state().rehabilitationOf(flap).programmeClosed(),
                    on -> "Therapy is not closed",
                    on -> "Complete therapy, or stop it early")
            .fulfilledBy(CompleteRehabilitation.class, StopRehabilitationEarly.class);

    static final Condition FINAL_SET_IS_DONE = ofEach(
                    (on, flap) -> Completion.finalSetIsDone(on.state(), flap, on.policy()),
                    on -> "The final set at " + finalMonths(on)
                            + " months is missing: Sunnybrook, smile excursion, spontaneous smile",
                    on -> "Assess the outcome at " + finalMonths(on) + " months, and observe the spontaneous smile")
            .fulfilledBy(AssessOutcome.class, ObserveSpontaneousSmile.class);

    static final Condition FINAL_SET_IS_IN_TIME = Condition.clinical(
            "INV-50",
            "The final set is measured {finalSetLateDays} days after its day at the latest.",
            Set.of(Role.SURGEON),
            on -> {
                List<MuscleFlap> late = on.state().flaps().atWork().stream()
                        .filter(flap -> Completion.finalSetIsLate(on.state(), flap, on.policy()))
                        .toList();
                return Verdict.refusedIf(
                        !late.isEmpty(),
                        "",
                        "The final set was measured after "
                                + late.stream()
                                        .flatMap(flap -> Completion.lastDay(flap, on.policy()).stream())
                                        .findFirst()
                                        .orElse(null),
                        "Correct the day of the visit if it is wrong, or the surgeon overrides with a reason");
            });

    static final Condition NO_MUSCLE_IS_IN_USE = Condition.hard(
            "SEQ-CLOSE",
            "A pathway is closed without a muscle when one was transferred or begun and none is in use any more.",
            on -> {
                if (on.state().flaps().all().isEmpty()) {
                    return Verdict.refused("", "No muscle was transferred", "Revise the plan, or transfer the care");
                }
                return Verdict.refusedIf(
                        !on.state().flaps().inUse().isEmpty(),
                        "",
                        "A muscle is in use",
                        "Complete the pathway, or record the loss of the flap");
            });

    static final Condition TRANSFER_WAS_WATCHED = Condition.hard(
                    "SEQ-CLOSE",
                    "A pathway is closed without a muscle after the surveillance of the transfer is closed, so that nobody is left without after-care.",
                    on -> on.state()
                            .operatedHereOn(Stage.TWO)
                            .filter(day -> !on.state().afterCare().isClosed(Stage.TWO, SurveillanceKind.SSI30, day))
                            .map(day -> Verdict.refused(
                                    "",
                                    "The operation was on " + day + ", and its surveillance is open",
                                    "Close the surveillance after its last day"))
                            .orElse(Verdict.ALLOWED))
            .fulfilledBy(CloseSurveillance.class);

    static final Condition NO_COMPLICATION_IS_OPEN = left(
                    on -> on.state().afterCare().hasOpenComplication(),
                    "A complication is open",
                    "Resolve the complication")
            .fulfilledBy(ResolveComplication.class);

    static final Condition NO_RED_FLAG_IS_OPEN = left(
                    on -> !on.state().afterCare().openRedFlags().isEmpty(),
                    "A red flag is open",
                    "Resolve the red flag")
            .fulfilledBy(ResolveRedFlag.class);

    private static int finalMonths(Situation on) {
        return OutcomeVisit.finalOne(on.policy()).months();
    }

    /** Of each muscle at work; with two of them the finding says on which side it is missing. */
    private static Condition ofEach(
            BiPredicate<Situation, MuscleFlap> done,
            Function<Situation, String> finding,
            Function<Situation, String> remedy) {
        return Condition.policy("INV-50", SAYS, on -> {
            List<MuscleFlap> working = on.state().flaps().atWork();
            return working.stream()
                    .filter(flap -> !done.test(on, flap))
                    .findFirst()
                    .map(flap -> Verdict.refused(
                            "",
                            finding.apply(on) + (working.size() == 1 ? "" : " (" + flap.side() + ")"),
                            remedy.apply(on)))
                    .orElse(Verdict.ALLOWED);
        });
    }

    private static Condition left(Predicate<Situation> open, String finding, String remedy) {
        return Condition.policy("INV-50", SAYS, on -> Verdict.refusedIf(open.test(on), "", finding, remedy));
    }
}
