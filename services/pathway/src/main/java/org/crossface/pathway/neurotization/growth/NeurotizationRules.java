package org.crossface.pathway.neurotization.growth;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.crossface.pathway.neurotization.NerveGraft;
import org.crossface.pathway.neurotization.NeurotizationBasis;
import org.crossface.pathway.neurotization.TinelAssessed;
import org.crossface.pathway.planning.decision.RevisePlan;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.usecase.Situation;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of the graft while it regenerates, and of what stage two needs of it. */
public final class NeurotizationRules {

    /** Share of the graft's length that a measurement over the skin may exceed it by. */
    private static final double PERCENT = 100;

    private NeurotizationRules() {}

    public static final Condition GRAFT_IS_BANKED =
            Condition.hard("INV-24", "The graft can only be examined after stage one has banked it.", on -> {
                Optional<LocalDate> stageOne = on.state().operations().stageOneDate();
                if (!on.state().graft().banked() || stageOne.isEmpty()) {
                    return Verdict.refused("", "No graft is banked yet", "Complete stage one first");
                }
                return Verdict.refusedIf(
                        on.day().isBefore(stageOne.get()),
                        "occurredAt",
                        "Stage one was on " + stageOne.get(),
                        "Give a time after stage one");
            });

    static final Check<AssessTinel> ADVANCE_IS_WITHIN_GRAFT = Check.hard(
            "INV-23",
            "The tingling cannot have advanced beyond the end of the inserted graft by more than {tunnelTolerancePercent} % of its length.",
            (state, command, given) -> {
                Double inserted = state.graft().growth().insertedMm();
                double reach = inserted == null
                        ? Double.MAX_VALUE
                        : inserted * (1 + given.policy().of(Threshold.TUNNEL_TOLERANCE_PERCENT) / PERCENT);
                return Verdict.refusedIf(
                        command.advanceMm() > reach,
                        "advanceMm",
                        "The graft reaches %.0f mm at most".formatted(reach),
                        "Measure again from the donor coaptation");
            });

    static final Check<AssessTinel> RETREAT_IS_EXPLAINED = Check.clinical(
            "INV-23",
            "Tingling that has gone back more than {tinelRetreatMm} mm needs a comment.",
            Set.of(Role.SURGEON),
            (state, command, given) -> {
                double farthest = state.graft().farthestBefore(command.occurredAt());
                return Verdict.refusedIf(
                        farthest - command.advanceMm() > given.policy().of(Threshold.TINEL_RETREAT_MM)
                                && isMissing(command.comment()),
                        "comment",
                        "It was at %.0f mm before".formatted(farthest),
                        "Measure again, or comment on it");
            });

    static final Check<ConfirmNeurotization> BIOPSY_IS_NO_BASIS = Check.hard(
            "SEQ-BASIS",
            "A biopsy is taken at stage two, so that it cannot be the basis on which stage two is booked.",
            (state, command, given) -> Verdict.refusedIf(
                    command.basis() == NeurotizationBasis.BIOPSY,
                    "basis",
                    "The basis is a biopsy",
                    "Choose another basis; record the biopsy at stage two"));

    static final Check<ConfirmNeurotization> JUDGEMENT_IS_SHARED = Check.clinical(
            "INV-22",
            "A confirmation by judgement needs {stageTwoEarliestMonths} months, a rationale and a second surgeon.",
            Set.of(Role.SURGEON),
            (state, command, given) -> {
                if (command.basis() != NeurotizationBasis.CLINICAL_JUDGEMENT) {
                    return Verdict.ALLOWED;
                }
                int months = given.policy().of(Threshold.STAGE_TWO_EARLIEST_MONTHS);
                Optional<LocalDate> stageOne = state.operations().stageOneDate();
                if (stageOne.isEmpty()) {
                    return Verdict.refused(
                            "basis",
                            "No stage one is recorded, from which the " + months + " months count",
                            "Record stage one, or confirm by Tinel or EMG");
                }
                LocalDate earliest = stageOne.get().plusMonths(months);
                if (state.dayOf(command.occurredAt()).isBefore(earliest)) {
                    return Verdict.refused(
                            "basis",
                            "The " + months + " months end on " + earliest,
                            "Wait until then, or confirm by Tinel or EMG");
                }
                if (isMissing(command.rationale())) {
                    return Verdict.refused(
                            "rationale", "The rationale is missing", "Enter the grounds of the judgement");
                }
                return reviewed(command.secondReviewer(), state.dayOf(command.occurredAt()), given);
            });

    private static Verdict reviewed(@Nullable String reviewer, LocalDate day, Circumstances given) {
        if (reviewer == null || reviewer.isBlank() || reviewer.equals(given.actorId())) {
            return Verdict.refused(
                    "secondReviewer", "No second surgeon is named", "Name another surgeon, who then confirms it");
        }
        return Verdict.refusedIf(
                given.reference()
                        .practitioner(reviewer)
                        .filter(each -> each.mayOperate(Stage.TWO, day))
                        .isEmpty(),
                "secondReviewer",
                reviewer + " is not privileged for stage two on " + day,
                "Name a privileged surgeon");
    }

    static final Check<ConfirmNeurotization> BASIS_IS_RECORDED = Check.hard(
            "SEQ-BASIS",
            "A confirmation by Tinel rests on a recorded Tinel sign at the distal end.",
            (state, command, given) -> Verdict.refusedIf(
                    command.basis() == NeurotizationBasis.TINEL_AT_DISTAL_END
                            && state.graft().advances().stream().noneMatch(TinelAssessed::atDistalEnd),
                    "basis",
                    "No Tinel sign at the distal end is recorded",
                    "Record the Tinel assessment first, or choose another basis"));

    static final Condition NOT_YET_CONFIRMED = Condition.hard(
            "SEQ-NEUROTIZATION",
            "A graft that was confirmed needs no further decision about its time.",
            on -> Verdict.refusedIf(
                    on.state().graft().neurotized(),
                    "",
                    "Neurotization was confirmed on " + on.state().graft().confirmedOn(),
                    "Retract the confirmation if it was wrong"));

    static final Condition WINDOW_IS_OVER =
            Condition.hard("SEQ-WINDOW", "The window for neurotization lapses once, after its end.", on -> {
                if (on.state().graft().lapsed()) {
                    return Verdict.refused("", "It has already lapsed", "No action is needed");
                }
                return on.state()
                        .windowEnd(on.policy())
                        .filter(end -> on.day().isBefore(end))
                        .map(end -> Verdict.refusedUntil(
                                on.startOf(end), "", "The window ends on " + end, "Wait for the end of the window"))
                        .orElse(Verdict.ALLOWED);
            });

    static final Condition EXTENSION_IS_LEFT = Condition.policy(
            "INV-69",
            "The graft gets more time at most {neurotizationExtensions} times.",
            on -> Verdict.refusedIf(
                    on.state().graft().extensions() >= on.policy().of(Threshold.NEUROTIZATION_EXTENSIONS),
                    "",
                    "The window was already extended " + on.state().graft().extensions() + " times",
                    "Confirm, abandon the graft or change the plan"));

    static final Check<ExtendNeurotizationWindow> EXTENSION_IS_BOUNDED = Check.policy(
            "INV-69",
            "The window is extended at most {neurotizationExtensions} times, by {extensionMonths} months each.",
            (state, command, given) -> state.windowEnd(given.policy())
                    .map(end -> end.plusMonths(given.policy().of(Threshold.EXTENSION_MONTHS)))
                    .filter(latest -> command.until().isAfter(latest))
                    .map(latest -> Verdict.refused("until", "Until " + latest + " at most", "Choose an earlier day"))
                    .orElse(Verdict.ALLOWED));

    static final Check<ExtendNeurotizationWindow> EXTENSION_IS_LATER = Check.hard(
            "SEQ-EXTENSION",
            "An extension ends after the window that it extends.",
            (state, command, given) -> state.windowEnd(given.policy())
                    .filter(end -> !command.until().isAfter(end))
                    .map(end -> Verdict.refused("until", "The window ends on " + end, "Choose a later day"))
                    .orElse(Verdict.ALLOWED));

    static final Condition GRAFT_IS_LIVE = Condition.hard(
            "REF-GRAFT",
            "Only a graft that is in place can be abandoned.",
            on -> Verdict.refusedIf(
                    !on.state().graft().live(), "", "There is no graft in place", "No action is needed"));

    /** For booking and moving stage two, and again when the patient comes and before the incision: the state of that moment counts. */
    public static final Condition GRAFT_IS_NEUROTIZED = Condition.hard(
                    "INV-20",
                    "Stage two follows the surgeon's confirmation that the graft carries the signal.",
                    on -> Verdict.refusedIf(
                            needsGraft(on) && !on.state().graft().neurotized(),
                            "",
                            "The graft is not confirmed as neurotized",
                            "Confirm neurotization first, or plan a muscle driven by the masseteric nerve alone"))
            .fulfilledBy(ConfirmNeurotization.class, RevisePlan.class);

    /** For the day of stage two. */
    public static final Condition AXONS_HAD_TIME = Condition.policy(
            "INV-21",
            "Stage two follows stage one after {stageTwoEarliestMonths} calendar months at the earliest.",
            on -> on.state()
                    .operations()
                    .stageOneDate()
                    .filter(day -> needsGraft(on))
                    .map(day -> day.plusMonths(on.policy().of(Threshold.STAGE_TWO_EARLIEST_MONTHS)))
                    .filter(on.day()::isBefore)
                    .map(earliest -> Verdict.refusedUntil(
                            on.startOf(earliest),
                            "",
                            "Stage two is possible from " + earliest + " on",
                            "Move the operation to that day or later"))
                    .orElse(Verdict.ALLOWED));

    /** For the day of stage two. */
    public static final Condition GRAFT_IS_THERE = Condition.hard(
                    "INV-25",
                    "Stage two needs a banked graft that is neurotized.",
                    on -> Verdict.refusedIf(
                            needsGraft(on) && !carriesSignal(on.state().graft()),
                            "",
                            "There is no banked graft that is confirmed as neurotized",
                            "Confirm neurotization first, or plan a muscle driven by the masseteric nerve alone"))
            .fulfilledBy(ConfirmNeurotization.class, RevisePlan.class);

    private static boolean needsGraft(Situation on) {
        return on.theStage() == Stage.TWO
                && !on.isReturn()
                && !on.state().plan().massetericOnly();
    }

    /** Whether the graft can drive a muscle: it is in place, banked, and the surgeon confirmed it. */
    public static boolean carriesSignal(NerveGraft graft) {
        return graft.banked() && graft.neurotized();
    }

    /** For the harvest of another sural nerve. */
    public static final Condition NO_OTHER_GRAFT_IS_LIVE = Condition.hard(
                    "INV-64",
                    "There is one live graft; another may be placed after the first was abandoned.",
                    on -> Verdict.refusedIf(
                            on.state().graft().live(),
                            "",
                            "The previous graft is still in place",
                            "Abandon the previous graft first, with the reason"))
            .fulfilledBy(AbandonGraft.class);

    private static boolean isMissing(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
