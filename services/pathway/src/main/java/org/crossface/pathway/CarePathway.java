package org.crossface.pathway;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.crossface.pathway.adjunct.procedure.AdjunctCommandHandler;
import org.crossface.pathway.aftercare.complication.ComplicationCommandHandler;
import org.crossface.pathway.aftercare.contact.ContactCommandHandler;
import org.crossface.pathway.aftercare.redflag.RedFlagCommandHandler;
import org.crossface.pathway.aftercare.wound.WoundCommandHandler;
import org.crossface.pathway.consent.media.MediaCommandHandler;
import org.crossface.pathway.consent.signature.ConsentCommandHandler;
import org.crossface.pathway.evaluation.examination.EvaluationCommandHandler;
import org.crossface.pathway.health.history.HealthCommandHandler;
import org.crossface.pathway.intake.lodging.LodgingCommandHandler;
import org.crossface.pathway.intake.referral.IntakeCommandHandler;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.neurotization.growth.NeurotizationCommandHandler;
import org.crossface.pathway.oversight.concern.ConcernCommandHandler;
import org.crossface.pathway.oversight.correction.CorrectionCommandHandler;
import org.crossface.pathway.oversight.countersignature.CountersignatureCommandHandler;
import org.crossface.pathway.oversight.interruption.OversightCommandHandler;
import org.crossface.pathway.oversight.interruption.RecordPatientDeath;
import org.crossface.pathway.oversight.lateness.LatenessCommandHandler;
import org.crossface.pathway.oversight.sending.SendingCommandHandler;
import org.crossface.pathway.oversight.task.TaskCommandHandler;
import org.crossface.pathway.planning.decision.PlanningCommandHandler;
import org.crossface.pathway.record.PathwayRecord;
import org.crossface.pathway.recovery.departure.DepartureCommandHandler;
import org.crossface.pathway.recovery.discharge.DischargeCommandHandler;
import org.crossface.pathway.recovery.flap.FlapCommandHandler;
import org.crossface.pathway.recovery.pacu.RecoveryCommandHandler;
import org.crossface.pathway.rehabilitation.completion.CompletionCommandHandler;
import org.crossface.pathway.rehabilitation.outcome.OutcomeCommandHandler;
import org.crossface.pathway.rehabilitation.therapy.RehabilitationCommandHandler;
import org.crossface.pathway.scheduling.booking.SchedulingCommandHandler;
import org.crossface.pathway.scheduling.confirmation.ConfirmationCommandHandler;
import org.crossface.pathway.scheduling.readiness.ReadinessCommandHandler;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.admission.AdmissionCommandHandler;
import org.crossface.pathway.surgery.checklist.SafetyCommandHandler;
import org.crossface.pathway.surgery.drug.DrugCommandHandler;
import org.crossface.pathway.surgery.graft.StageOneCommandHandler;
import org.crossface.pathway.surgery.record.OperationRecordCommandHandler;
import org.crossface.pathway.surgery.reports.ReportCommandHandler;
import org.crossface.pathway.surgery.transfer.StageTwoCommandHandler;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * One patient's way from the referral to two years after the muscle transfer, in one stream, because the rules of its phases depend on
 * one another. The command handlers take the commands of their use case; the state is the fold of the recorded facts, which only the
 * aggregate itself takes in.
 */
@AggregateRoot
@SuppressWarnings("UnusedVariable") // Axon reads the identifier and the command handlers
public final class CarePathway {

    @AggregateIdentifier
    private @Nullable String pathwayId;

    private final PathwayRecord pathway = new PathwayRecord();

    @TakesCommands
    private final IntakeCommandHandler intake = new IntakeCommandHandler(pathway);

    @TakesCommands
    private final LodgingCommandHandler lodging = new LodgingCommandHandler(pathway);

    @TakesCommands
    private final EvaluationCommandHandler evaluation = new EvaluationCommandHandler(pathway);

    @TakesCommands
    private final PlanningCommandHandler planning = new PlanningCommandHandler(pathway);

    @TakesCommands
    private final ConsentCommandHandler consent = new ConsentCommandHandler(pathway);

    @TakesCommands
    private final MediaCommandHandler media = new MediaCommandHandler(pathway);

    @TakesCommands
    private final HealthCommandHandler health = new HealthCommandHandler(pathway);

    @TakesCommands
    private final AdjunctCommandHandler adjuncts = new AdjunctCommandHandler(pathway);

    @TakesCommands
    private final ReadinessCommandHandler readiness = new ReadinessCommandHandler(pathway);

    @TakesCommands
    private final ConfirmationCommandHandler confirmation = new ConfirmationCommandHandler(pathway);

    @TakesCommands
    private final SchedulingCommandHandler scheduling = new SchedulingCommandHandler(pathway);

    @TakesCommands
    private final NeurotizationCommandHandler neurotization = new NeurotizationCommandHandler(pathway);

    @TakesCommands
    private final ComplicationCommandHandler complications = new ComplicationCommandHandler(pathway);

    @TakesCommands
    private final RedFlagCommandHandler redFlags = new RedFlagCommandHandler(pathway);

    @TakesCommands
    private final WoundCommandHandler wounds = new WoundCommandHandler(pathway);

    @TakesCommands
    private final ContactCommandHandler contacts = new ContactCommandHandler(pathway);

    @TakesCommands
    private final RehabilitationCommandHandler rehabilitation = new RehabilitationCommandHandler(pathway);

    @TakesCommands
    private final CompletionCommandHandler completion = new CompletionCommandHandler(pathway);

    @TakesCommands
    private final OutcomeCommandHandler outcome = new OutcomeCommandHandler(pathway);

    @TakesCommands
    private final OversightCommandHandler oversight = new OversightCommandHandler(pathway);

    @TakesCommands
    private final CountersignatureCommandHandler countersignature = new CountersignatureCommandHandler(pathway);

    @TakesCommands
    private final ConcernCommandHandler concerns = new ConcernCommandHandler(pathway);

    @TakesCommands
    private final LatenessCommandHandler lateness =
            new LatenessCommandHandler(pathway, intake, consent, readiness, neurotization, scheduling);

    @TakesCommands
    private final TaskCommandHandler tasks = new TaskCommandHandler(pathway);

    @TakesCommands
    private final SendingCommandHandler sending = new SendingCommandHandler(pathway);

    @TakesCommands
    private final CorrectionCommandHandler correction = new CorrectionCommandHandler(pathway);

    @TakesCommands
    private final AdmissionCommandHandler admission = new AdmissionCommandHandler(pathway);

    @TakesCommands
    private final SafetyCommandHandler safety = new SafetyCommandHandler(pathway);

    @TakesCommands
    private final DrugCommandHandler drugs = new DrugCommandHandler(pathway);

    @TakesCommands
    private final StageOneCommandHandler stageOne = new StageOneCommandHandler(pathway);

    @TakesCommands
    private final StageTwoCommandHandler stageTwo = new StageTwoCommandHandler(pathway);

    @TakesCommands
    private final ReportCommandHandler reports = new ReportCommandHandler(pathway);

    @TakesCommands
    private final OperationRecordCommandHandler operationRecord = new OperationRecordCommandHandler(pathway);

    @TakesCommands
    private final RecoveryCommandHandler recovery = new RecoveryCommandHandler(pathway);

    @TakesCommands
    private final FlapCommandHandler flap = new FlapCommandHandler(pathway);

    @TakesCommands
    private final DepartureCommandHandler departure = new DepartureCommandHandler(pathway);

    @TakesCommands
    private final DischargeCommandHandler discharge = new DischargeCommandHandler(pathway);

    /** For Axon, which then sources the recorded facts into it. */
    public CarePathway() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(RegisterReferral command, Circumstances given) {
        intake.register(command, given);
    }

    /** Records the death that was told about this pathway. */
    void handle(RecordPatientDeath command, Circumstances given) {
        oversight.recordDeath(command, given);
    }

    /** Records the death of the patient, unless the pathway knows of it or has no place for it. */
    void recordDeath(RecordPatientDeath command, Circumstances given) {
        if (RecordPatientDeath.USE_CASE.phases().contains(pathway.state().phase())) {
            oversight.recordDeath(command, given);
        }
    }

    /** Takes back the death of the patient, if this pathway recorded it. */
    void retractDeath(OffsetDateTime at, String reason, Circumstances given) {
        correction.retractDeath(at, reason, given);
    }

    /** Makes the pathway one of this person. */
    void assignTo(String personId, OffsetDateTime at, Circumstances given) {
        intake.assignTo(personId, at, given);
    }

    /** Corrects the birth date that the referral copied. */
    void correctBirthDate(String birthDate, OffsetDateTime at, String reason, Circumstances given) {
        correction.correctBirthDate(birthDate, at, reason, given);
    }

    @EventSourcingHandler
    void on(PathwayEvent event, @MetaDataValue(Metadata.ACTOR) @Nullable String actor, @Timestamp Instant recordedAt) {
        pathwayId = event.pathwayId();
        pathway.evolve(event, actor, recordedAt);
    }

    /** The state that the effective facts make; for tests and for reading without a view. */
    public PathwayState state() {
        return pathway.state();
    }
}
