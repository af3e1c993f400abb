package org.crossface.web.pages.patient;

import java.util.List;
import java.util.Locale;
import org.crossface.coordination.story.PathwaySummary;
import org.crossface.coordination.story.Wording;
import org.crossface.pathway.planning.TreatmentPlan;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Sides of the face and of the donor sites, for the text and for the drawing. The drawing is a front view.
 *
 * @param paralysed {@code LEFT}, {@code RIGHT} or {@code BILATERAL}; {@code null} while not recorded
 * @param examined whether the side is from the evaluation; otherwise it is from the referral
 * @param healthy {@code null} unless one side is paralysed
 * @param graft whether the plan has a nerve graft across the face
 * @param muscle whether the plan has a muscle transfer
 * @param leg donor of the nerve; {@code null} without a plan for it
 * @param muscles what became of each muscle, where there is more than one
 * @param thigh donor of the muscle; {@code null} without a plan for it
 */
record SidesView(
        @Nullable String paralysed,
        boolean examined,
        @Nullable String healthy,
        boolean graft,
        boolean muscle,
        @Nullable String leg,
        String legNote,
        @Nullable String thigh,
        String thighNote,
        List<String> muscles) {

    static SidesView of(PatientFile file) {
        PathwaySummary summary = file.summary();
        PathwayState state = file.state();
        TreatmentPlan plan = state.plan();
        PathwaySummary.Plan planned = summary.plan();
        String length = summary.graftMm() == null ? "" : ", " + Wording.number(summary.graftMm() / 10) + " cm";
        Double weight = state.newestFlap().weightG();
        return new SidesView(
                summary.side(),
                state.evaluation().finding().isPresent(),
                summary.healthySide(),
                plan.includes(Stage.ONE),
                plan.includes(Stage.TWO),
                planned == null ? null : planned.donorLeg(),
                "sural" + length,
                planned == null ? null : planned.donorThigh(),
                weight == null ? "" : Wording.number(weight) + " g",
                summary.muscles().size() < 2
                        ? List.of()
                        : summary.muscles().stream().map(SidesView::words).toList());
    }

    /** Such as {@code LEFT muscle of 2025-10-07: viable, therapy active, moved on 2026-06-10}. */
    private static String words(PathwaySummary.Muscle muscle) {
        String what = (muscle.side() == null ? "Muscle" : muscle.side() + " muscle")
                + (muscle.operatedOn() == null ? "" : " of " + muscle.operatedOn());
        String therapy = muscle.operatedOn() == null ? "" : ", therapy " + lower(muscle.programme());
        return what + ": " + lower(muscle.condition()) + therapy
                + (muscle.movementOn() == null ? "" : ", moved on " + muscle.movementOn());
    }

    private static String lower(String constant) {
        return constant.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** Whether the drawing is mirrored: the original has the left side paralysed. */
    public boolean mirrored() {
        return "RIGHT".equals(paralysed);
    }

    public boolean bilateral() {
        return "BILATERAL".equals(paralysed);
    }

    public boolean known() {
        return paralysed != null;
    }

    /** The drawing in words. */
    public String getDescription() {
        StringBuilder text = new StringBuilder("Seen from the front, the patient's right is on your left. ");
        if (paralysed == null) {
            text.append("The paralysed side is not yet known.");
        } else if (bilateral()) {
            text.append("Both sides of the face are paralysed.");
        } else {
            text.append("Face: ")
                    .append(paralysed)
                    .append(" paralysed, ")
                    .append(healthy)
                    .append(" healthy.");
            if (graft) {
                text.append(" The nerve graft crosses the upper lip from ")
                        .append(healthy)
                        .append(" to ")
                        .append(paralysed)
                        .append('.');
            }
        }
        if (leg != null) {
            text.append(" Donor leg ").append(leg).append('.');
        }
        if (thigh != null) {
            text.append(" Donor thigh ").append(thigh).append('.');
        }
        return text.toString();
    }
}
