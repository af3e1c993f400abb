package org.crossface.pathway.neurotization;

import java.time.LocalDate;
import java.util.Optional;
import org.crossface.pathway.Circumstances;
import org.crossface.pathway.Invariant;
import org.crossface.pathway.PathwayCommand;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.Phase;
import org.crossface.pathway.RuleClass;
import org.crossface.pathway.Verdict;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Rules of the graft while it regenerates, and of what stage two needs of it. */
public final class NeurotizationRules {

    /** Share of the graft's length that a measurement over the skin may exceed it by. */
    private static final double TUNNEL_TOLERANCE = 0.2;

    private static final double RETREAT_MM = 30;
    private static final int EXTENSIONS = 2;
    private static final int EXTENSION_MONTHS = 3;

    private NeurotizationRules() {}

    /** For every command that needs the pathway to go on. */
    @Invariant(
            value = "SEQ-LIVE",
            kind = RuleClass.HARD,
            says = "A pathway that is on hold, lost or ended takes no further step of the treatment.")
    public static Verdict pathwayGoesOn(PathwayState state, PathwayCommand command, Circumstances given) {
        Phase phase = state.phase();
        return Verdict.refusedIf(
                phase.isEnd() || phase == Phase.ON_HOLD || phase == Phase.LOST_TO_FOLLOW_UP,
                "",
                "The pathway is " + phase,
                "Resume the pathway, or record that the patient is back");
    }

    @Invariant(
            value = "INV-24",
            kind = RuleClass.HARD,
            says = "The graft can only be examined after stage one has banked it.")
    static Verdict graftIsBanked(PathwayState state, PathwayCommand command, Circumstances given) {
        Optional<LocalDate> stageOne = state.operations().stageOneDate();
        if (!state.graft().banked() || stageOne.isEmpty()) {
            return Verdict.refused("", "No graft is banked yet", "Complete stage one first");
        }
        return Verdict.refusedIf(
                state.dayOf(command.occurredAt()).isBefore(stageOne.get()),
                "occurredAt",
                "Stage one was on " + stageOne.get(),
                "Give a time after stage one");
    }

    @Invariant(
            value = "INV-23",
            kind = RuleClass.HARD,
            says = "The tingling cannot have advanced beyond the end of the graft.")
    static Verdict advanceIsWithinGraft(PathwayState state, AssessTinel command, Circumstances given) {
        double reach = state.graft().lengthCm() * 10 * (1 + TUNNEL_TOLERANCE);
        return Verdict.refusedIf(
                reach > 0 && command.advanceMm() > reach,
                "advanceMm",
                "The graft reaches %.0f mm at most".formatted(reach),
                "Measure again from the donor coaptation");
    }

    @Invariant(
            value = "INV-23",
            kind = RuleClass.CLINICAL,
            says = "Tingling that has gone back more than 30 mm needs a comment.",
            overriddenBy = Role.SURGEON)
    static Verdict retreatIsExplained(PathwayState state, AssessTinel command, Circumstances given) {
        double farthest = state.graft().farthestBefore(command.occurredAt());
        return Verdict.refusedIf(
                farthest - command.advanceMm() > RETREAT_MM && isMissing(command.comment()),
                "comment",
                "It was at %.0f mm before".formatted(farthest),
                "Measure again, or comment on it");
    }

    @Invariant(
            value = "INV-22",
            kind = RuleClass.CLINICAL,
            says = "To confirm by judgement takes six months, a rationale and a second surgeon.",
            overriddenBy = Role.SURGEON)
    static Verdict judgementIsShared(PathwayState state, ConfirmNeurotization command, Circumstances given) {
        if (command.basis() != NeurotizationBasis.CLINICAL_JUDGEMENT) {
            return Verdict.ALLOWED;
        }
        LocalDate earliest = state.operations()
                .stageOneDate()
                .orElse(LocalDate.MAX.minusYears(1))
                .plusMonths(given.policy().stageTwoEarliestMonths());
        if (state.dayOf(command.occurredAt()).isBefore(earliest)) {
            return Verdict.refused(
                    "basis", "Six months end on " + earliest, "Wait until then, or confirm by Tinel or EMG");
        }
        if (isMissing(command.rationale())) {
            return Verdict.refused("rationale", "There is no rationale", "Write down what the judgement rests on");
        }
        return Verdict.refusedIf(
                isMissing(command.secondReviewer()) || given.actorId().equals(command.secondReviewer()),
                "secondReviewer",
                "No second surgeon has reviewed it",
                "Name another surgeon who agrees");
    }

    @Invariant(
            value = "SEQ-BASIS",
            kind = RuleClass.HARD,
            says = "A confirmation by Tinel rests on a recorded Tinel sign at the distal end.")
    static Verdict basisIsRecorded(PathwayState state, ConfirmNeurotization command, Circumstances given) {
        return Verdict.refusedIf(
                command.basis() == NeurotizationBasis.TINEL_AT_DISTAL_END
                        && state.graft().advances().stream().noneMatch(TinelAssessed::atDistalEnd),
                "basis",
                "No Tinel sign at the distal end is recorded",
                "Record the Tinel assessment first, or choose another basis");
    }

    @Invariant(
            value = "SEQ-NEUROTIZATION",
            kind = RuleClass.HARD,
            says = "A graft that was confirmed needs no further decision about its time.")
    static Verdict notYetConfirmed(PathwayState state, PathwayCommand command, Circumstances given) {
        return Verdict.refusedIf(
                state.graft().neurotized(),
                "",
                "Neurotization was confirmed on " + state.graft().confirmedOn(),
                "Retract the confirmation if it was wrong");
    }

    @Invariant(
            value = "SEQ-WINDOW",
            kind = RuleClass.HARD,
            says = "The time for neurotization lapses once, when it is over.")
    static Verdict windowIsOver(PathwayState state, LapseNeurotizationWindow command, Circumstances given) {
        LocalDate end = windowEnd(state, given);
        return Verdict.refusedIf(
                state.graft().lapsed() || state.dayOf(command.occurredAt()).isBefore(end),
                "",
                state.graft().lapsed() ? "It has lapsed already" : "It ends on " + end,
                "Wait for the end of the window");
    }

    @Invariant(
            value = "INV-69",
            kind = RuleClass.POLICY,
            says = "The graft gets more time at most twice, three months each, until 18 months after stage one.")
    static Verdict extensionIsBounded(PathwayState state, ExtendNeurotizationWindow command, Circumstances given) {
        if (state.graft().extensions() >= EXTENSIONS) {
            return Verdict.refused("", "It was extended twice", "Confirm, abandon the graft or change the plan");
        }
        LocalDate latest = windowEnd(state, given).plusMonths(EXTENSION_MONTHS);
        return Verdict.refusedIf(
                command.until().isAfter(latest), "until", "Until " + latest + " at most", "Choose an earlier day");
    }

    @Invariant(
            value = "SEQ-EXTENSION",
            kind = RuleClass.HARD,
            says = "An extension ends after the window that it extends.")
    static Verdict extensionIsLater(PathwayState state, ExtendNeurotizationWindow command, Circumstances given) {
        LocalDate end = windowEnd(state, given);
        return Verdict.refusedIf(
                !command.until().isAfter(end), "until", "The window ends on " + end, "Choose a later day");
    }

    @Invariant(value = "REF-GRAFT", kind = RuleClass.HARD, says = "Only a graft that is in place can be abandoned.")
    static Verdict graftIsLive(PathwayState state, AbandonGraft command, Circumstances given) {
        return Verdict.refusedIf(!state.graft().live(), "", "There is no graft in place", "Nothing is to be done");
    }

    /** For the harvest of another sural nerve. */
    @Invariant(
            value = "INV-64",
            kind = RuleClass.HARD,
            says = "There is one live graft; another may be placed after the first was abandoned.")
    public static Verdict noOtherGraftIsLive(PathwayState state, PathwayCommand command, Circumstances given) {
        return Verdict.refusedIf(
                state.graft().live(), "", "The graft before is still in use", "Abandon it first, with the reason");
    }

    /** Last day of the window with its extensions. */
    static LocalDate windowEnd(PathwayState state, Circumstances given) {
        LocalDate extended = state.graft().windowUntil();
        return extended != null
                ? extended
                : state.operations()
                        .stageOneDate()
                        .orElseThrow()
                        .plusMonths(given.policy().neurotizationEndMonths());
    }

    private static boolean isMissing(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
