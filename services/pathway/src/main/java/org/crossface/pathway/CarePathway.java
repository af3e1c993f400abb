package org.crossface.pathway;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.crossface.pathway.aftercare.complication.ComplicationDesk;
import org.crossface.pathway.aftercare.contact.ContactDesk;
import org.crossface.pathway.aftercare.redflag.RedFlagDesk;
import org.crossface.pathway.aftercare.wound.WoundDesk;
import org.crossface.pathway.consent.signature.ConsentDesk;
import org.crossface.pathway.evaluation.examination.EvaluationDesk;
import org.crossface.pathway.intake.referral.IntakeDesk;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.neurotization.growth.NeurotizationDesk;
import org.crossface.pathway.oversight.correction.CorrectionDesk;
import org.crossface.pathway.oversight.interruption.OversightDesk;
import org.crossface.pathway.planning.decision.PlanningDesk;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.recovery.departure.DepartureDesk;
import org.crossface.pathway.recovery.discharge.DischargeDesk;
import org.crossface.pathway.recovery.flap.FlapDesk;
import org.crossface.pathway.recovery.pacu.RecoveryDesk;
import org.crossface.pathway.rehabilitation.completion.CompletionDesk;
import org.crossface.pathway.rehabilitation.outcome.OutcomeDesk;
import org.crossface.pathway.rehabilitation.therapy.RehabilitationDesk;
import org.crossface.pathway.scheduling.booking.SchedulingDesk;
import org.crossface.pathway.scheduling.readiness.ReadinessDesk;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.admission.AdmissionDesk;
import org.crossface.pathway.surgery.checklist.SafetyDesk;
import org.crossface.pathway.surgery.graft.StageOneDesk;
import org.crossface.pathway.surgery.record.OperationRecordDesk;
import org.crossface.pathway.surgery.reports.ReportDesk;
import org.crossface.pathway.surgery.transfer.StageTwoDesk;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * One patient's way from the referral to two years after the muscle transfer, in one stream, because the rules of its phases depend on
 * one another. The desks take the commands of their phase; the state is the fold of the recorded facts.
 */
@AggregateRoot
@SuppressWarnings("UnusedVariable") // Axon reads the identifier and the desks
public final class CarePathway {

    @AggregateIdentifier
    private @Nullable String pathwayId;

    private final PathwayRecord pathway = new PathwayRecord();

    @AggregateMember
    private final IntakeDesk intake = new IntakeDesk(pathway);

    @AggregateMember
    private final EvaluationDesk evaluation = new EvaluationDesk(pathway);

    @AggregateMember
    private final PlanningDesk planning = new PlanningDesk(pathway);

    @AggregateMember
    private final ConsentDesk consent = new ConsentDesk(pathway);

    @AggregateMember
    private final ReadinessDesk readiness = new ReadinessDesk(pathway);

    @AggregateMember
    private final SchedulingDesk scheduling = new SchedulingDesk(pathway);

    @AggregateMember
    private final NeurotizationDesk neurotization = new NeurotizationDesk(pathway);

    @AggregateMember
    private final ComplicationDesk complications = new ComplicationDesk(pathway);

    @AggregateMember
    private final RedFlagDesk redFlags = new RedFlagDesk(pathway);

    @AggregateMember
    private final WoundDesk wounds = new WoundDesk(pathway);

    @AggregateMember
    private final ContactDesk contacts = new ContactDesk(pathway);

    @AggregateMember
    private final RehabilitationDesk rehabilitation = new RehabilitationDesk(pathway);

    @AggregateMember
    private final CompletionDesk completion = new CompletionDesk(pathway);

    @AggregateMember
    private final OutcomeDesk outcome = new OutcomeDesk(pathway);

    @AggregateMember
    private final OversightDesk oversight = new OversightDesk(pathway);

    @AggregateMember
    private final CorrectionDesk correction = new CorrectionDesk(pathway);

    @AggregateMember
    private final AdmissionDesk admission = new AdmissionDesk(pathway);

    @AggregateMember
    private final SafetyDesk safety = new SafetyDesk(pathway);

    @AggregateMember
    private final StageOneDesk stageOne = new StageOneDesk(pathway);

    @AggregateMember
    private final StageTwoDesk stageTwo = new StageTwoDesk(pathway);

    @AggregateMember
    private final ReportDesk reports = new ReportDesk(pathway);

    @AggregateMember
    private final OperationRecordDesk operationRecord = new OperationRecordDesk(pathway);

    @AggregateMember
    private final RecoveryDesk recovery = new RecoveryDesk(pathway);

    @AggregateMember
    private final FlapDesk flap = new FlapDesk(pathway);

    @AggregateMember
    private final DepartureDesk departure = new DepartureDesk(pathway);

    @AggregateMember
    private final DischargeDesk discharge = new DischargeDesk(pathway);

    /** For Axon, which then sources the recorded facts into it. */
    public CarePathway() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(RegisterReferral command, Circumstances given) {
        intake.register(command, given);
    }

    @EventSourcingHandler
    void on(PathwayEvent event, @MetaDataValue(Metadata.ACTOR) @Nullable String actor) {
        pathwayId = event.pathwayId();
        pathway.evolve(event, actor);
    }

    /** The state that the effective facts make; for tests and for reading without a view. */
    public PathwayState state() {
        return pathway.state();
    }
}
