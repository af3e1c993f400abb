package org.crossface.pathway.surgery;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.crossface.pathway.recovery.events.FlapCompromiseConfirmed;
import org.crossface.pathway.recovery.events.FlapCompromiseRuledOut;
import org.crossface.pathway.recovery.events.FlapCompromiseSuspected;
import org.crossface.pathway.recovery.events.FlapLost;
import org.crossface.pathway.recovery.events.FlapSalvaged;
import org.crossface.pathway.recovery.events.RecoveryFact;
import org.crossface.pathway.rehabilitation.events.NonFunctioningTransferDeclared;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.events.SurgeryFact;
import org.crossface.pathway.surgery.vocabulary.FlapCondition;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.jspecify.annotations.Nullable;

/**
 * The gracilis flap in use, from its harvest on; a second flap takes the place of the first.
 *
 * @param flapId empty before the harvest
 * @param caseId the case in which it was harvested; empty before
 * @param pedicleDividedAt start of ischemia
 * @param reperfusedAt end of ischemia
 * @param ischemiaMinutes 0 before reperfusion
 * @param weightG weight at harvest, g; {@code null} before
 * @param usedThighs thighs whose gracilis has been taken
 * @param earlier the cases of earlier flaps that are still in use; a paralysis of both sides gets one on each
 */
public record MuscleFlap(
        String flapId,
        String caseId,
        FlapCondition condition,
        @Nullable OffsetDateTime pedicleDividedAt,
        @Nullable OffsetDateTime reperfusedAt,
        int ischemiaMinutes,
        @Nullable Double weightG,
        Set<BodySide> usedThighs,
        Set<String> earlier) {

    /** Before any muscle was harvested. */
    public static MuscleFlap none() {
        return new MuscleFlap("", "", FlapCondition.NONE, null, null, 0, null, Set.of(), Set.of());
    }

    /** Whether a muscle was harvested. */
    public boolean exists() {
        return condition != FlapCondition.NONE;
    }

    /** Whether this case has put in a flap that is to be watched: the one in use, and it is not lost (INV-42). */
    public boolean watchedIn(String operation) {
        return caseId.equals(operation) && condition != FlapCondition.LOST;
    }

    /** The cases whose flap is in place, neither lost nor given up. */
    public Set<String> casesInUse() {
        Set<String> cases = new LinkedHashSet<>(earlier);
        if (condition.isInUse()) {
            cases.add(caseId);
        }
        return Set.copyOf(cases);
    }

    private MuscleFlap without(String lostIn) {
        Set<String> left = new LinkedHashSet<>(earlier);
        left.remove(lostIn);
        return new MuscleFlap(
                flapId,
                caseId,
                condition,
                pedicleDividedAt,
                reperfusedAt,
                ischemiaMinutes,
                weightG,
                usedThighs,
                Set.copyOf(left));
    }

    /** The flap after this fact; facts that do not concern it leave it as it is. */
    public MuscleFlap evolve(PathwayEvent event) {
        return switch (event) {
            case SurgeryFact fact -> after(fact);
            case RecoveryFact fact -> after(fact);
            case NonFunctioningTransferDeclared declared -> of(flapId, FlapCondition.NON_FUNCTIONING);
            default -> this;
        };
    }

    private MuscleFlap after(SurgeryFact surgery) {
        return switch (surgery) {
            case GracilisHarvested harvest -> harvested(harvest);
            case FlapReperfused fact ->
                new MuscleFlap(
                        flapId,
                        caseId,
                        FlapCondition.VIABLE,
                        pedicleDividedAt,
                        fact.reperfusedAt(),
                        fact.ischemiaMinutes(),
                        weightG,
                        usedThighs,
                        earlier);
            default -> this;
        };
    }

    private MuscleFlap after(RecoveryFact recovery) {
        return switch (recovery) {
            case FlapCompromiseSuspected fact -> of(fact.flapId(), FlapCondition.COMPROMISE_SUSPECTED);
            case FlapCompromiseConfirmed fact -> of(fact.flapId(), FlapCondition.COMPROMISE_CONFIRMED);
            case FlapCompromiseRuledOut fact -> of(fact.flapId(), FlapCondition.VIABLE);
            case FlapSalvaged fact -> of(fact.flapId(), FlapCondition.SALVAGED);
            case FlapLost fact ->
                fact.flapId().equals(flapId) ? of(flapId, FlapCondition.LOST) : without(fact.caseId());
            default -> this;
        };
    }

    private MuscleFlap harvested(GracilisHarvested harvest) {
        Set<BodySide> used = EnumSet.of(harvest.thighSide());
        used.addAll(usedThighs);
        return new MuscleFlap(
                harvest.flapId(),
                harvest.caseId(),
                FlapCondition.ISCHEMIC,
                harvest.pedicleDividedAt(),
                null,
                0,
                harvest.weightG(),
                Set.copyOf(used),
                casesInUse());
    }

    private MuscleFlap of(String which, FlapCondition next) {
        return which.equals(flapId) && condition != FlapCondition.LOST
                ? new MuscleFlap(
                        flapId,
                        caseId,
                        next,
                        pedicleDividedAt,
                        reperfusedAt,
                        ischemiaMinutes,
                        weightG,
                        usedThighs,
                        earlier)
                : this;
    }
}
