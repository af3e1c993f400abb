package org.crossface.pathway.scheduling.readiness;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.oversight.HoldReason;
import org.crossface.pathway.oversight.PathwayPutOnHold;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.record.Cancellations;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.reference.ReferenceData.CareFacility;
import org.crossface.pathway.scheduling.events.AftercareBedReleased;
import org.crossface.pathway.scheduling.events.AftercareBedReserved;
import org.crossface.pathway.scheduling.events.AnesthesiaAssessed;
import org.crossface.pathway.scheduling.events.AuthorizationDenied;
import org.crossface.pathway.scheduling.events.AuthorizationObtained;
import org.crossface.pathway.scheduling.events.EscortNamed;
import org.crossface.pathway.scheduling.events.EscortWithdrawn;
import org.crossface.pathway.scheduling.events.PreOpClearanceExpired;
import org.crossface.pathway.scheduling.events.PreOpClearanceGranted;
import org.crossface.pathway.scheduling.events.PreOpClearanceWithheld;
import org.crossface.pathway.scheduling.events.PreOpItemRecorded;
import org.crossface.pathway.scheduling.vocabulary.CancellationTiming;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.Phases;

/** Takes what prepares the patient for an operation. */
public final class ReadinessCommandHandler {

    private final PathwayRecord pathway;

    public ReadinessCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(AssessAnesthesia command, Circumstances given) {
        pathway.judge(AssessAnesthesia.USE_CASE, command, given)
                .record(new AnesthesiaAssessed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.stage(),
                        command.asaClass(),
                        command.mallampati(),
                        command.plan(),
                        command.notes()));
    }

    @CommandHandler
    void handle(RecordPreOpItem command, Circumstances given) {
        pathway.judge(RecordPreOpItem.USE_CASE, command, given)
                .record(new PreOpItemRecorded(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.stage(),
                        command.item(),
                        command.result(),
                        command.note()));
    }

    @CommandHandler
    void handle(NameEscort command, Circumstances given) {
        pathway.judge(NameEscort.USE_CASE, command, given)
                .record(new EscortNamed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.stage(),
                        command.name(),
                        command.phone(),
                        command.relation(),
                        command.overnight()));
    }

    @CommandHandler
    void handle(WithdrawEscort command, Circumstances given) {
        pathway.judge(WithdrawEscort.USE_CASE, command, given)
                .record(new EscortWithdrawn(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.stage(),
                        command.reason()));
    }

    @CommandHandler
    void handle(ReleaseAftercareBed command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(ReleaseAftercareBed.USE_CASE, command, given);
        AftercareBedReserved bed =
                pathway.state().schedule().bedsOf(command.stage()).getFirst();
        judged.record(new AftercareBedReleased(
                command.pathwayId(), given.ids().next(), command.occurredAt(), command.stage(), bed.facilityId()));
    }

    @CommandHandler
    void handle(ReserveAftercare command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(ReserveAftercare.USE_CASE, command, given);
        CareFacility facility = given.reference().facility(command.facilityId()).orElseThrow();
        judged.record(new AftercareBedReserved(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.stage(),
                command.facilityId(),
                command.from(),
                command.until(),
                facility.flapCapable()));
    }

    @CommandHandler
    void handle(GrantClearance command, Circumstances given) {
        pathway.judge(GrantClearance.USE_CASE, command, given)
                .record(new PreOpClearanceGranted(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.stage(),
                        pathway.state()
                                .intake()
                                .dayOf(command.occurredAt())
                                .plusDays(given.policy().of(Threshold.CLEARANCE_VALID_DAYS)),
                        command.conditions()));
    }

    @CommandHandler
    void handle(WithholdClearance command, Circumstances given) {
        pathway.judge(WithholdClearance.USE_CASE, command, given)
                .record(new PreOpClearanceWithheld(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.stage(),
                        command.reason()));
    }

    @CommandHandler
    void handle(ExpireClearance command, Circumstances given) {
        expire(command, given);
    }

    /** What the command records; a deadline that has passed brings it about too. */
    public void expire(ExpireClearance command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(ExpireClearance.USE_CASE, command, given);
        judged.record(new PreOpClearanceExpired(
                command.pathwayId(),
                given.ids().next(),
                command.occurredAt(),
                command.stage(),
                Objects.requireNonNull(
                        pathway.state().schedule().readinessFor(command.stage()).clearedUntil())));
        holdBooked(judged, command, given);
    }

    /** An operation that is booked without a clearance waits until somebody decides how it goes on (T-08). */
    private void holdBooked(PathwayRecord.Judged judged, ExpireClearance command, Circumstances given) {
        PathwayState state = pathway.state();
        boolean booked = Cancellations.openCase(state, command.stage())
                .filter(each -> Cancellations.timing(state.operations().of(each.caseId()))
                        == CancellationTiming.BEFORE_ADMISSION)
                .isPresent();
        if (booked && Phases.GOING_ON.contains(state.phase())) {
            judged.record(new PathwayPutOnHold(
                    command.pathwayId(),
                    given.ids().next(),
                    command.occurredAt(),
                    HoldReason.CLEARANCE_EXPIRED,
                    state.phase(),
                    null));
        }
    }

    @CommandHandler
    void handle(RecordAuthorization command, Circumstances given) {
        PathwayRecord.Judged judged = pathway.judge(RecordAuthorization.USE_CASE, command, given);
        judged.record(
                switch (command.decision()) {
                    case OBTAINED ->
                        new AuthorizationObtained(
                                command.pathwayId(),
                                given.ids().next(),
                                command.occurredAt(),
                                command.stage(),
                                command.payerId(),
                                Objects.requireNonNull(command.number()),
                                command.codes(),
                                Objects.requireNonNull(command.from()),
                                Objects.requireNonNull(command.until()),
                                command.coveredSiteId());
                    case DENIED ->
                        new AuthorizationDenied(
                                command.pathwayId(),
                                given.ids().next(),
                                command.occurredAt(),
                                command.stage(),
                                command.payerId(),
                                command.codes());
                });
    }
}
