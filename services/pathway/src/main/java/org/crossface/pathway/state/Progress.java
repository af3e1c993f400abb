package org.crossface.pathway.state;

import java.util.List;
import org.crossface.pathway.oversight.PathwayResumed;
import org.crossface.pathway.oversight.PatientReturned;
import org.crossface.pathway.rehabilitation.Rehabilitation;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.surgery.events.ExternalStageOneAttested;
import org.crossface.pathway.surgery.events.ExternalStageTwoAttested;
import org.crossface.pathway.surgery.events.OperationCompletedAsPerformed;
import org.crossface.pathway.surgery.events.ProcedureDiscontinued;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Where a pathway stands, in four layers of which the uppermost is its phase: how it ended, what interrupts it, which operation is booked, and
 * its course. A fact changes its own layer and no other. So what happens during a hold, such as the loss of a flap, moves the course beneath
 * it, and nobody has to remember where a cancelled operation or a hold leads back to. An end stays an end: only the patient's return after a
 * withdrawal takes one away, and a death takes the place of any other.
 *
 * @param course the phase without ends, interruptions and bookings
 * @param booked {@code STAGE1_PLANNED} or {@code STAGE2_PLANNED} while an operation is booked
 * @param interruption {@code ON_HOLD} or {@code LOST_TO_FOLLOW_UP} while the pathway is interrupted
 * @param end the end that the pathway came to
 */
public record Progress(
        Phase course,
        @Nullable Phase booked,
        @Nullable Phase interruption,
        @Nullable Phase end) {

    /** Before the referral. */
    public static Progress none() {
        return new Progress(Phase.REFERRED, null, null, null);
    }

    /** The uppermost layer. */
    public Phase phase() {
        return end != null ? end : interruption != null ? interruption : beneath();
    }

    /** Where the pathway goes on when its interruption or withdrawal is over. */
    public Phase beneath() {
        return booked != null ? booked : course;
    }

    /** Whether it can go on: it is interrupted, or the patient has withdrawn. */
    public boolean isInterrupted() {
        return end == Phase.WITHDRAWN || (end == null && interruption != null);
    }

    /** After this fact. */
    public Progress after(PathwayEvent event) {
        return switch (event) {
            case PathwayResumed resumed -> new Progress(course, booked, null, end);
            case PatientReturned returned -> new Progress(course, booked, null, end == Phase.WITHDRAWN ? null : end);
            case SurgeryScheduled scheduled -> new Progress(course, scheduled.phaseAfter(course), interruption, end);
            case SurgeryCancelled cancelled -> withoutBooking();
            case ProcedureDiscontinued stopped -> withoutBooking();
            case OperationCompletedAsPerformed done -> withoutBooking();
            default -> to(event.phaseAfter(course), endsBooking(event));
        };
    }

    /**
     * With more than one muscle the course is that of the one that has come least far.
     *
     * @param therapies those of the muscles at work
     */
    Progress following(List<Rehabilitation> therapies) {
        if (!course.isAfterTransfer() || therapies.isEmpty()) {
            return this;
        }
        Phase least = Phase.OUTCOME_TRACKING;
        if (!therapies.stream().allMatch(Rehabilitation::programmeStarted)) {
            least = Phase.STAGE2_DONE;
        } else if (therapies.stream().anyMatch(Rehabilitation::programmeOpen)) {
            least = Phase.REHABILITATING;
        }
        return least == course ? this : new Progress(least, booked, interruption, end);
    }

    /** A candidate whose graft another centre placed before the decision waits for its nerve. */
    Progress waitingForNerve() {
        return course == Phase.CANDIDATE ? new Progress(Phase.NEUROTIZING, booked, interruption, end) : this;
    }

    private Progress to(Phase next, boolean operated) {
        if (next.isEnd()) {
            return end == null || next == Phase.DECEASED ? new Progress(course, booked, interruption, next) : this;
        }
        return switch (next) {
            case ON_HOLD, LOST_TO_FOLLOW_UP -> new Progress(course, booked, next, end);
            default -> new Progress(next, operated || isNewPlan(next) ? null : booked, interruption, end);
        };
    }

    private boolean isNewPlan(Phase next) {
        return next == Phase.REPLANNED && course != Phase.REPLANNED;
    }

    /** Whether the operation that was booked is over with this fact; in a return to theatre the next one stays booked. */
    static boolean endsBooking(PathwayEvent event) {
        return event instanceof ProcedureDiscontinued
                || event instanceof OperationCompletedAsPerformed
                || event instanceof StageOneCompleted
                || event instanceof StageTwoCompleted
                || event instanceof ExternalStageOneAttested
                || event instanceof ExternalStageTwoAttested;
    }

    private Progress withoutBooking() {
        return new Progress(course, null, interruption, end);
    }
}
