package org.crossface.coordination.aftercare;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.crossface.pathway.followup.Moment;
import org.crossface.pathway.followup.OpenTask;

/** The parts of after-care, by the rows of the clinical reference that belong to each. */
public enum CareArea {
    /** Answers to red flags. */
    RED_FLAGS(true),
    /** The call of the day after, at home or on the ward of a hospital. */
    CALLS(true),
    /** Checks of a transferred muscle. */
    FLAP_CHECKS(true),
    /** Wounds, drains and donor sites. */
    WOUNDS(false),
    /** Surveillance of infections. */
    SURVEILLANCE(false);

    private static final Map<String, CareArea> BY_CODE = Map.of(
            "T-33", RED_FLAGS,
            "T-17", CALLS,
            "WARD", CALLS,
            "T-29", FLAP_CHECKS,
            "T-18", WOUNDS,
            "T-20", WOUNDS,
            "T-21", WOUNDS,
            "T-32", WOUNDS,
            "T-19", SURVEILLANCE,
            "T-19b", SURVEILLANCE);

    private final boolean atOnce;

    CareArea(boolean atOnce) {
        this.atOnce = atOnce;
    }

    /** The part that this task belongs to; empty for what is no part of after-care. */
    public static Optional<CareArea> of(OpenTask task) {
        return Optional.ofNullable(BY_CODE.get(task.code()));
    }

    /** From when on a list shows this task: at once where somebody prepares for it, else from when it may be done. */
    public Instant shownFrom(OpenTask task) {
        Moment first = task.opens() == null ? task.due() : task.opens();
        return atOnce || first == null ? Instant.EPOCH : first.at();
    }
}
