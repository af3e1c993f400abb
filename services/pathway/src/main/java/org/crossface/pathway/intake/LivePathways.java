package org.crossface.pathway.intake;

import org.crossface.pathway.Circumstances;
import org.crossface.pathway.PathwayState;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.api.Reservations.AlreadyReserved;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.decision.RuleClass;
import org.jspecify.annotations.Nullable;

/**
 * The one live pathway for each patient and paralysed side (INV-60), reserved in the transaction of the events. A pathway whose side is
 * not known yet holds both sides, so that no second one can be opened unseen.
 */
public final class LivePathways {

    /** Name of the reserved set; its keys are patient and side, its holders are pathways. */
    public static final String SET = "live-pathway";

    private LivePathways() {}

    /**
     * Holds the sides of this pathway in place of those that it held.
     *
     * @param side {@code null} while it is not known
     * @param field the component of the command that is at fault if another pathway holds a side
     * @throws CommandRefused INV-60 if another live pathway holds one of them
     */
    public static void hold(
            Circumstances given, String pathwayId, String patientId, @Nullable ParalysedSide side, String field) {
        Reservations reservations = given.reservations();
        reservations.release(SET, pathwayId);
        ParalysedSide held = side == null ? ParalysedSide.BILATERAL : side;
        try {
            held.sides().forEach(each -> reservations.reserve(SET, patientId + "|" + each, pathwayId));
        } catch (AlreadyReserved taken) {
            throw refused(side, field, taken);
        }
    }

    /**
     * Gives the sides back when a pathway ends, and takes what it needs when it comes back from its end or its side becomes known.
     *
     * @throws CommandRefused INV-60 if meanwhile another pathway holds the side
     */
    public static void follow(PathwayState before, PathwayState after, String pathwayId, Circumstances given) {
        if (after.phase().isEnd()) {
            if (!before.phase().isEnd()) {
                given.reservations().release(SET, pathwayId);
            }
        } else if (before.phase().isEnd() || side(before) != side(after)) {
            hold(given, pathwayId, after.intake().patientId(), side(after), "paralysedSide");
        }
    }

    private static @Nullable ParalysedSide side(PathwayState state) {
        ParalysisCharacterised paralysis = state.evaluation().paralysis();
        return paralysis == null ? state.intake().referredSide() : paralysis.paralysedSide();
    }

    private static CommandRefused refused(@Nullable ParalysedSide side, String field, AlreadyReserved taken) {
        CommandRefused refused = new CommandRefused(
                "INV-60",
                RuleClass.HARD,
                field,
                "A patient has one live pathway for each paralysed side.",
                side == null
                        ? "The patient has a live pathway already"
                        : "The patient has a live pathway for the side " + side + " already",
                side == null
                        ? "Use that pathway, or name the side if the other one is meant"
                        : "Use that pathway, or end it first");
        refused.initCause(taken);
        return refused;
    }
}
