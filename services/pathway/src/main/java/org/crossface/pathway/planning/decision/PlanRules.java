package org.crossface.pathway.planning.decision;

import java.util.Optional;
import org.crossface.pathway.planning.NerveSource;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.record.Claims;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.decision.Verdict;
import org.jspecify.annotations.Nullable;

/** Rules of the treatment plan. */
final class PlanRules {

    private PlanRules() {}

    static final Condition THERE_IS_NO_PLAN_YET = Condition.hard(
                    "SEQ-PLAN",
                    "The first plan is selected once.",
                    on -> Verdict.refusedIf(
                            on.state().plan().exists(), "", "There is already a plan", "Revise the plan"))
            .fulfilledBy(RevisePlan.class);

    static final Check<SelectPlan> PLAN_FOLLOWS_APPROVAL = Check.hard(
            "SEQ-PLAN",
            "The first plan is for the approved treatment.",
            (state, command, given) -> Verdict.refusedIf(
                    command.option() != state.plan().approvedOption(),
                    "option",
                    "The approved treatment is " + state.plan().approvedOption(),
                    "Plan the approved treatment, or revise the plan afterwards"));

    static final Condition THERE_IS_A_PLAN_TO_REVISE = Condition.hard(
                    "SEQ-PLAN",
                    "A plan is revised once there is one.",
                    on -> Verdict.refusedIf(
                            !on.state().plan().exists(), "", "There is no plan yet", "Select a plan first"))
            .fulfilledBy(SelectPlan.class);

    static final Check<PlanEntry> PLAN_IS_WHOLE = Check.hard(
            "SEQ-PLAN-CONTENT",
            "A plan names setting and donor side of each operation to come, the nerve that drives the muscle and, with both sides paralysed, its side.",
            (state, command, given) -> {
                for (Stage stage : command.option().stages()) {
                    boolean one = stage == Stage.ONE;
                    if (one && !isToCome(state, command, stage)) {
                        continue;
                    }
                    if ((one ? command.stageOneSetting() : command.stageTwoSetting()) == null) {
                        return missing(one ? "stageOneSetting" : "stageTwoSetting", "setting", stage);
                    }
                    if ((one ? command.donorLeg() : command.donorThigh()) == null) {
                        return missing(one ? "donorLeg" : "donorThigh", "donor side", stage);
                    }
                }
                if (command.option().transfersMuscle()
                        && CandidacyRules.bilateral(state)
                        && command.faceSide() == null) {
                    return Verdict.refused("faceSide", "Both sides are paralysed", "Name the side of the muscle");
                }
                return Verdict.refusedIf(
                        command.option().transfersMuscle() && !fits(command.option(), command.nerveSource()),
                        "nerveSource",
                        "The nerve source is " + command.nerveSource() + " for " + command.option(),
                        "Name a nerve source that fits the treatment");
            });

    static final Check<PlanEntry> MUSCLE_IS_FOR_A_PARALYSED_SIDE = Check.hard(
            "INV-03",
            "The muscle is planned for a paralysed side.",
            (state, command, given) -> Verdict.refusedIf(
                    command.faceSide() != null
                            && state.evaluation()
                                    .paralysedSide()
                                    .filter(side -> side != command.faceSide())
                                    .isPresent(),
                    "faceSide",
                    "The " + command.faceSide() + " side is not paralysed",
                    "Leave it empty, or name the paralysed side"));

    static final Condition AN_OPERATION_CAN_FOLLOW = Condition.hard(
            "SEQ-PLAN",
            "After the muscle transfer a plan is revised for a paralysed side without a muscle.",
            on -> Verdict.refusedIf(
                    on.state().phase().isAfterTransfer()
                            && on.state().sidesWithoutMuscle().isEmpty(),
                    "",
                    "Each paralysed side has its muscle",
                    "Record the loss of the flap, or declare that it does not function"));

    static final Check<PlanEntry> SETTING_HAS_ITS_REASON = Check.policy(
            "SEQ-SETTING",
            "Where the policy asks for it, a plan says why stage two has its setting.",
            (state, command, given) -> Verdict.refusedIf(
                    given.policy().of(Threshold.STAGE_TWO_SETTING_REASON) == 1
                            && command.option().transfersMuscle()
                            && (command.rationale() == null
                                    || command.rationale().isBlank()),
                    "rationale",
                    "No reason is given for the setting " + command.stageTwoSetting(),
                    "Say why the patient goes home on that day, or stays"));

    static final Check<PlanEntry> GRAFT_NEEDS_ONE_HEALTHY_SIDE = Check.hard(
            "INV-05",
            "A cross-facial nerve graft needs a healthy side, so it is not for a paralysis of both sides.",
            (state, command, given) -> Verdict.refusedIf(
                    needsGraft(command) && CandidacyRules.bilateral(state),
                    "option",
                    "Both sides are paralysed",
                    "Choose a treatment with another motor nerve"));

    static final Check<PlanEntry> HEALTHY_SMILE_IS_CONFIRMED = Check.hard(
            "INV-11",
            "A cross-facial nerve graft needs a healthy side whose smile was shown to work.",
            (state, command, given) -> Verdict.refusedIf(
                    needsGraft(command) && !state.evaluation().healthySmileConfirmed(),
                    "option",
                    "A usable smile of the healthy side is not confirmed",
                    "Choose a treatment without the graft"));

    static final Check<PlanEntry> LEG_HAS_ITS_NERVE = Check.hard(
            "INV-07",
            "A plan takes the sural nerve from a leg that still has it.",
            (state, command, given) -> Verdict.refusedIf(
                    command.option().stages().contains(Stage.ONE)
                            && isToCome(state, command, Stage.ONE)
                            && isUsedUp(state, command.donorLeg(), given),
                    "donorLeg",
                    "The sural nerve of the " + command.donorLeg() + " leg was already taken",
                    "Plan the other leg"));

    static final Check<PlanEntry> THIGH_HAS_ITS_MUSCLE = Check.hard(
            "INV-08",
            "A plan takes the gracilis from a thigh that still has it.",
            (state, command, given) -> Verdict.refusedIf(
                    command.option().stages().contains(Stage.TWO)
                            && isToCome(state, command, Stage.TWO)
                            && command.donorThigh() != null
                            && (state.flaps().usedThighs().contains(command.donorThigh())
                                    || Claims.isTakenElsewhere(
                                            Claims.THIGHS, state, command.donorThigh(), given.reservations())),
                    "donorThigh",
                    "The gracilis of the " + command.donorThigh() + " thigh was already taken",
                    "Plan the other thigh"));

    /** Of what another pathway left in a leg nothing is known, so it counts as used up. */
    private static boolean isUsedUp(PathwayState state, @Nullable BodySide leg, Circumstances given) {
        return leg != null
                && (state.operations()
                                .suralNerveLeftCm(leg)
                                .filter(left -> left == 0)
                                .isPresent()
                        || Claims.isTakenElsewhere(Claims.LEGS, state, leg, given.reservations()));
    }

    /** Whether the plan is for an operation that is still to be done: its graft is not in place, no flap in use lies on its side. */
    private static boolean isToCome(PathwayState state, PlanEntry command, Stage stage) {
        Optional<FaceSide> side = state.evaluation().paralysedSide().or(() -> Optional.ofNullable(command.faceSide()));
        return stage == Stage.ONE
                ? !state.graft().live()
                : state.flaps().inUse().stream().noneMatch(flap -> flap.mayLieOn(side));
    }

    private static boolean needsGraft(PlanEntry command) {
        return command.option().needsNerveGraft()
                || command.nerveSource() == NerveSource.CFNG
                || command.nerveSource() == NerveSource.DUAL;
    }

    /** The masseteric nerve alone is for the treatments without graft; the graft may be joined by the masseteric nerve. */
    private static boolean fits(TreatmentOption option, @Nullable NerveSource source) {
        return source != null && option.needsNerveGraft() == (source != NerveSource.MASSETERIC);
    }

    private static Verdict missing(String field, String what, Stage stage) {
        return Verdict.refused(field, "The " + what + " of stage " + stage + " is missing", "Name it");
    }
}
