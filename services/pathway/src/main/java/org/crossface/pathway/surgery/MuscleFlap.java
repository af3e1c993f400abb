package org.crossface.pathway.surgery;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.crossface.pathway.recovery.events.FlapCompromiseConfirmed;
import org.crossface.pathway.recovery.events.FlapCompromiseRuledOut;
import org.crossface.pathway.recovery.events.FlapCompromiseSuspected;
import org.crossface.pathway.recovery.events.FlapLost;
import org.crossface.pathway.recovery.events.FlapSalvaged;
import org.crossface.pathway.recovery.events.RecoveryFact;
import org.crossface.pathway.surgery.events.ArterialAnastomosisCompleted;
import org.crossface.pathway.surgery.events.ExternalStageTwoAttested;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.events.GracilisInset;
import org.crossface.pathway.surgery.events.ObturatorToGraftCoapted;
import org.crossface.pathway.surgery.events.ObturatorToMassetericCoapted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.SurgeryFact;
import org.crossface.pathway.surgery.events.VenousAnastomosisCompleted;
import org.crossface.pathway.surgery.vocabulary.FlapCondition;
import org.crossface.pathway.surgery.vocabulary.MotorNerve;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.jspecify.annotations.Nullable;

/**
 * One gracilis flap, from its harvest on. One case has one flap.
 *
 * @param flapId made at its harvest, or when a transfer at another centre was attested; empty for none
 * @param caseId the case in which it was harvested; empty for none
 * @param side the side of the face on which it lies; {@code null} before a step in the face is recorded
 * @param thigh the thigh that it was taken from; {@code null} when another centre did not tell
 * @param nerve what drives it; {@code null} before its nerve was joined
 * @param operatedOn day of the completed transfer, from which the clocks of therapy and outcome count; {@code null} before
 * @param pedicleDividedAt start of ischemia
 * @param reperfusedAt end of ischemia
 * @param ischemiaMinutes 0 before reperfusion
 * @param weightG weight at harvest, g; {@code null} before
 */
public record MuscleFlap(
        String flapId,
        String caseId,
        FlapCondition condition,
        @Nullable FaceSide side,
        @Nullable BodySide thigh,
        @Nullable MotorNerve nerve,
        @Nullable LocalDate operatedOn,
        @Nullable OffsetDateTime pedicleDividedAt,
        @Nullable OffsetDateTime reperfusedAt,
        int ischemiaMinutes,
        @Nullable Double weightG) {

    /** No muscle. */
    public static MuscleFlap none() {
        return new MuscleFlap("", "", FlapCondition.NONE, null, null, null, null, null, null, 0, null);
    }

    /** Whether a muscle was harvested. */
    public boolean exists() {
        return condition != FlapCondition.NONE;
    }

    /** Whether its transfer was completed, here or elsewhere. */
    public boolean isTransferred() {
        return operatedOn != null;
    }

    /** Whether its transfer was completed and it is neither lost nor given up. */
    public boolean isAtWork() {
        return isTransferred() && condition.isInUse();
    }

    /** Whether it lies on a side of the face, or may: where it or the side is not known. */
    public boolean mayLieOn(Optional<FaceSide> where) {
        return side == null || where.isEmpty() || where.get() == side;
    }

    /** Whether the masseteric nerve drives it, alone or with the graft: its clock of movement is the shorter one. */
    public boolean isDrivenByMasseter() {
        return nerve == MotorNerve.MASSETERIC || nerve == MotorNerve.BOTH;
    }

    static MuscleFlap of(GracilisHarvested harvest) {
        return new MuscleFlap(
                harvest.flapId(),
                harvest.caseId(),
                FlapCondition.ISCHEMIC,
                null,
                harvest.thighSide(),
                null,
                null,
                harvest.pedicleDividedAt(),
                null,
                0,
                harvest.weightG());
    }

    static MuscleFlap of(ExternalStageTwoAttested attested) {
        return new MuscleFlap(
                attested.flapId(),
                attested.caseId(),
                FlapCondition.VIABLE,
                attested.faceSide(),
                attested.thighSide(),
                attested.motorNerve(),
                attested.operatedOn(),
                null,
                null,
                0,
                null);
    }

    static MuscleFlap of(StageTwoCompleted completed) {
        return new MuscleFlap(
                completed.flapId(),
                completed.caseId(),
                FlapCondition.VIABLE,
                null,
                null,
                null,
                completed.operatedOn(),
                null,
                null,
                0,
                null);
    }

    /** The flap after this fact about it. */
    MuscleFlap after(SurgeryFact fact) {
        return switch (fact) {
            case ArterialAnastomosisCompleted joined -> on(joined.faceSide());
            case VenousAnastomosisCompleted joined -> on(joined.faceSide());
            case ObturatorToGraftCoapted joined ->
                on(joined.faceSide())
                        .drivenBy(joined.massetericAdded() ? MotorNerve.BOTH : MotorNerve.CROSS_FACIAL_GRAFT);
            case ObturatorToMassetericCoapted joined -> on(joined.faceSide()).drivenBy(MotorNerve.MASSETERIC);
            case GracilisInset inset -> on(inset.faceSide());
            case FlapReperfused reperfused ->
                new MuscleFlap(
                        flapId,
                        caseId,
                        condition == FlapCondition.LOST ? condition : FlapCondition.VIABLE,
                        side,
                        thigh,
                        nerve,
                        operatedOn,
                        pedicleDividedAt,
                        reperfused.reperfusedAt(),
                        reperfused.ischemiaMinutes(),
                        weightG);
            case StageTwoCompleted completed ->
                new MuscleFlap(
                        flapId,
                        caseId,
                        condition,
                        side,
                        thigh,
                        nerve,
                        completed.operatedOn(),
                        pedicleDividedAt,
                        reperfusedAt,
                        ischemiaMinutes,
                        weightG);
            default -> this;
        };
    }

    /** The flap after this fact about it. */
    MuscleFlap after(RecoveryFact fact) {
        return switch (fact) {
            case FlapCompromiseSuspected suspected -> with(FlapCondition.COMPROMISE_SUSPECTED);
            case FlapCompromiseConfirmed confirmed -> with(FlapCondition.COMPROMISE_CONFIRMED);
            case FlapCompromiseRuledOut ruledOut -> with(FlapCondition.VIABLE);
            case FlapSalvaged salvaged -> with(FlapCondition.SALVAGED);
            case FlapLost lost -> with(FlapCondition.LOST);
            default -> this;
        };
    }

    /** A lost flap stays lost. */
    MuscleFlap with(FlapCondition next) {
        return condition == FlapCondition.LOST
                ? this
                : new MuscleFlap(
                        flapId,
                        caseId,
                        next,
                        side,
                        thigh,
                        nerve,
                        operatedOn,
                        pedicleDividedAt,
                        reperfusedAt,
                        ischemiaMinutes,
                        weightG);
    }

    private MuscleFlap on(FaceSide where) {
        return new MuscleFlap(
                flapId,
                caseId,
                condition,
                where,
                thigh,
                nerve,
                operatedOn,
                pedicleDividedAt,
                reperfusedAt,
                ischemiaMinutes,
                weightG);
    }

    /** Joined to the graft and, in a second step, to the masseteric nerve, it is driven by both. */
    private MuscleFlap drivenBy(MotorNerve joined) {
        return new MuscleFlap(
                flapId,
                caseId,
                condition,
                side,
                thigh,
                nerve == null || nerve == joined ? joined : MotorNerve.BOTH,
                operatedOn,
                pedicleDividedAt,
                reperfusedAt,
                ischemiaMinutes,
                weightG);
    }
}
