package org.crossface.pathway.oversight.interruption;

import org.axonframework.commandhandling.CommandHandler;
import org.crossface.pathway.oversight.CareTransferred;
import org.crossface.pathway.oversight.LostToFollowUpDeclared;
import org.crossface.pathway.oversight.OverrideReviewed;
import org.crossface.pathway.oversight.PathwayPutOnHold;
import org.crossface.pathway.oversight.PathwayResumed;
import org.crossface.pathway.oversight.PatientDied;
import org.crossface.pathway.oversight.PatientReturned;
import org.crossface.pathway.oversight.PatientWithdrew;
import org.crossface.pathway.oversight.RuleOverridden;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.PathwayCommand;

/** Holds, overrides and ends, which stand over the phases. */
public final class OversightCommandHandler {

    private final PathwayRecord pathway;

    public OversightCommandHandler(PathwayRecord pathway) {
        this.pathway = pathway;
    }

    @CommandHandler
    void handle(OverrideRule command, Circumstances given) {
        pathway.judge(OverrideRule.USE_CASE, command, given)
                .record(new RuleOverridden(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.invariantId(),
                        PathwayCommand.publicName(command.command().strip()),
                        command.reason(),
                        given.actorId()));
    }

    @CommandHandler
    void handle(ReviewOverride command, Circumstances given) {
        pathway.judge(ReviewOverride.USE_CASE, command, given)
                .record(new OverrideReviewed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.overrideFactId(),
                        command.finding(),
                        command.comment(),
                        given.actorId()));
    }

    @CommandHandler
    void handle(PutOnHold command, Circumstances given) {
        pathway.judge(PutOnHold.USE_CASE, command, given)
                .record(new PathwayPutOnHold(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.reason(),
                        pathway.state().phase(),
                        command.note()));
    }

    @CommandHandler
    void handle(ResumePathway command, Circumstances given) {
        pathway.judge(ResumePathway.USE_CASE, command, given)
                .record(new PathwayResumed(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        pathway.state().interruptedPhase(),
                        command.note()));
    }

    @CommandHandler
    void handle(RecordWithdrawal command, Circumstances given) {
        pathway.judge(RecordWithdrawal.USE_CASE, command, given)
                .record(new PatientWithdrew(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.scope(),
                        command.safetyFollowUpOffered(),
                        pathway.state().interruptedPhase(),
                        command.reason()));
    }

    @CommandHandler
    void handle(TransferCare command, Circumstances given) {
        pathway.judge(TransferCare.USE_CASE, command, given)
                .record(new CareTransferred(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.receivingProvider(),
                        command.recordDisclosed(),
                        command.note()));
    }

    @CommandHandler
    void handle(DeclareLostToFollowUp command, Circumstances given) {
        pathway.judge(DeclareLostToFollowUp.USE_CASE, command, given)
                .record(new LostToFollowUpDeclared(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        pathway.state().afterCare().lastEncounterOn(),
                        pathway.state().afterCare().attempts().size(),
                        pathway.state().phase(),
                        command.note()));
    }

    @CommandHandler
    void handle(RecordReturn command, Circumstances given) {
        pathway.judge(RecordReturn.USE_CASE, command, given)
                .record(new PatientReturned(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        pathway.state().interruptedPhase(),
                        command.note()));
    }

    /** Records the death on this pathway; that of the person is recorded in the same unit of work. */
    public void recordDeath(RecordPatientDeath command, Circumstances given) {
        pathway.judge(RecordPatientDeath.USE_CASE, command, given)
                .record(new PatientDied(
                        command.pathwayId(),
                        given.ids().next(),
                        command.occurredAt(),
                        command.diedOn(),
                        command.source(),
                        command.related()));
    }
}
