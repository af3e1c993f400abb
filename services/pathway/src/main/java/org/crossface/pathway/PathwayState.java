package org.crossface.pathway;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.crossface.pathway.aftercare.AfterCare;
import org.crossface.pathway.consent.Consents;
import org.crossface.pathway.evaluation.Evaluation;
import org.crossface.pathway.intake.Intake;
import org.crossface.pathway.neurotization.NerveGraft;
import org.crossface.pathway.oversight.Oversight;
import org.crossface.pathway.planning.TreatmentPlan;
import org.crossface.pathway.recovery.Recoveries;
import org.crossface.pathway.rehabilitation.Rehabilitation;
import org.crossface.pathway.scheduling.Schedule;
import org.crossface.pathway.surgery.MuscleFlap;
import org.crossface.pathway.surgery.Operations;

/**
 * One pathway as its effective facts make it: a pure fold that the live decision, time travel and what-if share. Nothing in it is
 * changed in place, so that a correction refolds the facts and an earlier state is a shorter fold.
 */
public record PathwayState(
        Phase phase,
        Intake intake,
        Evaluation evaluation,
        TreatmentPlan plan,
        Consents consents,
        Schedule schedule,
        Operations operations,
        Recoveries recoveries,
        NerveGraft graft,
        MuscleFlap flap,
        AfterCare afterCare,
        Rehabilitation rehabilitation,
        Oversight oversight) {

    /** Before the referral. */
    public static PathwayState none() {
        return new PathwayState(
                Phase.REFERRED,
                Intake.none(),
                Evaluation.none(),
                TreatmentPlan.none(),
                Consents.none(),
                Schedule.none(),
                Operations.none(),
                Recoveries.none(),
                NerveGraft.none(),
                MuscleFlap.none(),
                AfterCare.none(),
                Rehabilitation.none(),
                Oversight.none());
    }

    /** The state that these recorded facts make, in this order, with their corrections and retractions applied. */
    public static PathwayState of(Iterable<? extends PathwayEvent> facts) {
        PathwayState state = none();
        for (PathwayEvent fact : EffectiveFacts.of(facts)) {
            state = state.evolve(fact);
        }
        return state;
    }

    /** The day of this instant at the surgery centre; before the referral, at the place that the offset tells. */
    public LocalDate dayOf(OffsetDateTime instant) {
        return intake.zone().isEmpty()
                ? instant.toLocalDate()
                : instant.atZoneSameInstant(ZoneId.of(intake.zone())).toLocalDate();
    }

    /** The zone of the surgery centre; before the referral, the offset of this time. */
    public ZoneId zoneAt(OffsetDateTime time) {
        return intake.zone().isEmpty() ? time.getOffset() : intake.zoneId();
    }

    /** The state after one more fact that corrects no other. */
    public PathwayState evolve(PathwayEvent event) {
        LocalDate day = dayOf(event.occurredAt());
        return new PathwayState(
                event.phaseAfter(phase),
                intake.evolve(event),
                evaluation.evolve(event),
                plan.evolve(event),
                consents.evolve(event),
                schedule.evolve(event),
                operations.evolve(event),
                recoveries.evolve(event),
                graft.evolve(event, day),
                flap.evolve(event),
                afterCare.evolve(event, day),
                rehabilitation.evolve(event),
                oversight.evolve(event));
    }
}
