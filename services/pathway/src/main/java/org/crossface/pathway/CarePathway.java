package org.crossface.pathway;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.crossface.pathway.aftercare.AftercareDesk;
import org.crossface.pathway.aftercare.ComplicationDesk;
import org.crossface.pathway.consent.ConsentDesk;
import org.crossface.pathway.evaluation.EvaluationDesk;
import org.crossface.pathway.intake.IntakeDesk;
import org.crossface.pathway.intake.RegisterReferral;
import org.crossface.pathway.neurotization.NeurotizationDesk;
import org.crossface.pathway.oversight.CorrectionDesk;
import org.crossface.pathway.oversight.OversightDesk;
import org.crossface.pathway.planning.PlanningDesk;
import org.crossface.pathway.recovery.DischargeDesk;
import org.crossface.pathway.recovery.FlapDesk;
import org.crossface.pathway.recovery.RecoveryDesk;
import org.crossface.pathway.rehabilitation.OutcomeDesk;
import org.crossface.pathway.rehabilitation.RehabilitationDesk;
import org.crossface.pathway.scheduling.ReadinessDesk;
import org.crossface.pathway.scheduling.SchedulingDesk;
import org.crossface.pathway.surgery.OperationRecordDesk;
import org.crossface.pathway.surgery.SafetyDesk;
import org.crossface.pathway.surgery.StageOneDesk;
import org.crossface.pathway.surgery.StageTwoDesk;
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
    private final AftercareDesk aftercare = new AftercareDesk(pathway);

    @AggregateMember
    private final RehabilitationDesk rehabilitation = new RehabilitationDesk(pathway);

    @AggregateMember
    private final OutcomeDesk outcome = new OutcomeDesk(pathway);

    @AggregateMember
    private final OversightDesk oversight = new OversightDesk(pathway);

    @AggregateMember
    private final CorrectionDesk correction = new CorrectionDesk(pathway);

    @AggregateMember
    private final SafetyDesk safety = new SafetyDesk(pathway);

    @AggregateMember
    private final StageOneDesk stageOne = new StageOneDesk(pathway);

    @AggregateMember
    private final StageTwoDesk stageTwo = new StageTwoDesk(pathway);

    @AggregateMember
    private final OperationRecordDesk operationRecord = new OperationRecordDesk(pathway);

    @AggregateMember
    private final RecoveryDesk recovery = new RecoveryDesk(pathway);

    @AggregateMember
    private final FlapDesk flap = new FlapDesk(pathway);

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
