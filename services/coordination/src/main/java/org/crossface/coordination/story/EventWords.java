package org.crossface.coordination.story;

import static org.crossface.coordination.story.Wording.number;
import static org.crossface.coordination.story.Wording.words;

import java.util.stream.Collectors;
import org.crossface.pathway.adjunct.AdjunctPerformed;
import org.crossface.pathway.adjunct.AdjunctPlanned;
import org.crossface.pathway.aftercare.events.ComplicationRecorded;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.aftercare.events.DayOneCallCompleted;
import org.crossface.pathway.aftercare.events.DonorFaceAssessed;
import org.crossface.pathway.aftercare.events.DonorSensationAssessed;
import org.crossface.pathway.aftercare.events.RedFlagRaised;
import org.crossface.pathway.aftercare.events.SurveillanceClosed;
import org.crossface.pathway.aftercare.events.SurveillanceReopened;
import org.crossface.pathway.aftercare.events.WoundAssessed;
import org.crossface.pathway.aftercare.events.WoundMaterialRemoved;
import org.crossface.pathway.consent.ConsentExpired;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.consent.MediaCaptured;
import org.crossface.pathway.consent.MediaUsed;
import org.crossface.pathway.correspondence.MessageFailed;
import org.crossface.pathway.correspondence.MessageRequested;
import org.crossface.pathway.evaluation.Assessment;
import org.crossface.pathway.evaluation.BaselineAssessmentRecorded;
import org.crossface.pathway.evaluation.Cause;
import org.crossface.pathway.evaluation.EfaceRecorded;
import org.crossface.pathway.evaluation.EvaluationMissed;
import org.crossface.pathway.evaluation.EvaluationScheduled;
import org.crossface.pathway.evaluation.HealthySideFunctionConfirmed;
import org.crossface.pathway.evaluation.LateralityCorrected;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.evaluation.PatientGoalsRecorded;
import org.crossface.pathway.followup.Timers;
import org.crossface.pathway.health.AllergiesListed;
import org.crossface.pathway.health.Glp1RiskDecided;
import org.crossface.pathway.health.Glp1UseRecorded;
import org.crossface.pathway.health.MedicationListed;
import org.crossface.pathway.health.MedicationReconciled;
import org.crossface.pathway.health.MoodFollowedUp;
import org.crossface.pathway.health.MoodScreened;
import org.crossface.pathway.health.NauseaRiskAssessed;
import org.crossface.pathway.health.ThrombosisRiskAssessed;
import org.crossface.pathway.health.UnrelatedOperationRecorded;
import org.crossface.pathway.intake.LodgingRecorded;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.neurotization.NeurotizationBasis;
import org.crossface.pathway.neurotization.NeurotizationConfirmed;
import org.crossface.pathway.neurotization.NeurotizationNotConfirmed;
import org.crossface.pathway.neurotization.NeurotizationWindowExtended;
import org.crossface.pathway.neurotization.TinelAssessed;
import org.crossface.pathway.oversight.ConcernRaised;
import org.crossface.pathway.oversight.ContradictionEnded;
import org.crossface.pathway.oversight.FactContradicted;
import org.crossface.pathway.oversight.OverrideReviewed;
import org.crossface.pathway.oversight.OverrideUsed;
import org.crossface.pathway.oversight.RuleOverridden;
import org.crossface.pathway.oversight.TaskEscalated;
import org.crossface.pathway.oversight.TaskFact;
import org.crossface.pathway.oversight.TaskOverdue;
import org.crossface.pathway.oversight.TaskReassigned;
import org.crossface.pathway.oversight.TaskSnoozed;
import org.crossface.pathway.planning.CandidacyApproved;
import org.crossface.pathway.planning.CandidacyDeferred;
import org.crossface.pathway.planning.TreatmentPlanSelected;
import org.crossface.pathway.recovery.events.AldreteScored;
import org.crossface.pathway.recovery.events.FlapChecked;
import org.crossface.pathway.recovery.events.PadssScored;
import org.crossface.pathway.recovery.events.PainScored;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.events.ReturnedToTheatre;
import org.crossface.pathway.rehabilitation.events.FirstMovementObserved;
import org.crossface.pathway.rehabilitation.events.HomeProgrammeAdherenceReported;
import org.crossface.pathway.rehabilitation.events.OutcomeAssessed;
import org.crossface.pathway.rehabilitation.events.PathwayClosedWithoutMuscle;
import org.crossface.pathway.rehabilitation.events.PathwayCompleted;
import org.crossface.pathway.rehabilitation.events.SpontaneousSmileObserved;
import org.crossface.pathway.rehabilitation.events.TherapyReviewed;
import org.crossface.pathway.rehabilitation.events.TherapySessionAttended;
import org.crossface.pathway.scheduling.events.AnesthesiaAssessed;
import org.crossface.pathway.scheduling.events.EquipmentReserved;
import org.crossface.pathway.scheduling.events.EscortReconfirmed;
import org.crossface.pathway.scheduling.events.PreOpCallCompleted;
import org.crossface.pathway.scheduling.events.PreOpClearanceExpired;
import org.crossface.pathway.scheduling.events.PreOpClearanceGranted;
import org.crossface.pathway.scheduling.events.PreOpClearanceWithheld;
import org.crossface.pathway.scheduling.events.PreOpItemRecorded;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.scheduling.events.SurgeryRescheduled;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.surgery.events.ArterialAnastomosisCompleted;
import org.crossface.pathway.surgery.events.DonorBranchCoapted;
import org.crossface.pathway.surgery.events.DrugGiven;
import org.crossface.pathway.surgery.events.FlapReperfused;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.events.GracilisInset;
import org.crossface.pathway.surgery.events.GraftBiopsied;
import org.crossface.pathway.surgery.events.GraftTunnelledAndBanked;
import org.crossface.pathway.surgery.events.OperationCompletedAsPerformed;
import org.crossface.pathway.surgery.events.SafetySignOutCompleted;
import org.crossface.pathway.surgery.events.SafetyTimeOutCompleted;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.SuralNerveHarvested;
import org.crossface.pathway.surgery.events.VenousAnastomosisCompleted;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The text of a fact on the timeline: its title, figures, sides and codes. It never uses personal data, so an erasure does not change the
 * timeline.
 */
public final class EventWords {

    private EventWords() {}

    /** Name of the fact, such as {@code Stage one completed}. */
    public static String title(PathwayEvent event) {
        return switch (event) {
            case PadssScored e -> e.variant().name() + " scored";
            default -> Wording.ofType(event.getClass());
        };
    }

    /** Its figures; empty when it has none. */
    public static String detail(PathwayEvent event) {
        String text = intake(event);
        text = text.isEmpty() ? readiness(event) : text;
        text = text.isEmpty() ? operation(event) : text;
        text = text.isEmpty() ? recovery(event) : text;
        text = text.isEmpty() ? health(event) : text;
        return text.isEmpty() ? later(event) : text;
    }

    private static String causeAndOnset(ParalysisCharacterised paralysis) {
        String cause = words(paralysis.cause());
        if (paralysis.congenital()) {
            return paralysis.cause() == Cause.CONGENITAL ? cause : cause + " · congenital";
        }
        return cause + (paralysis.onset() == null ? " · onset unknown" : " · since " + paralysis.onset());
    }

    private static String intake(PathwayEvent event) {
        return switch (event) {
            case PatientReferred e -> e.reason() == null ? "Reason missing" : "";
            case LodgingRecorded e ->
                "From %s%s · %s"
                        .formatted(
                                e.from(),
                                e.until() == null ? "" : " to " + e.until(),
                                e.zone().replace('_', ' '));
            case EvaluationScheduled e -> words(e.mode());
            case EvaluationMissed e -> Wording.capital(words(e.reason()));
            case PatientGoalsRecorded e ->
                e.priorities().stream().map(Wording::words).collect(Collectors.joining(", "));
            case ParalysisCharacterised e ->
                "Paralysed %s · %s · HB %d".formatted(e.paralysedSide(), causeAndOnset(e), e.houseBrackmann());
            case HealthySideFunctionConfirmed e ->
                "%s branch %s · %s"
                        .formatted(
                                e.testedSide(),
                                words(e.branch()),
                                e.smileFunctional() ? "smile works" : "no usable smile");
            case EfaceRecorded e -> "eFACE " + number(Math.round(e.grading().total() * 10) / 10.0);
            case BaselineAssessmentRecorded e -> scores(e.assessment());
            case CandidacyApproved e -> option(e.option().name()) + ", age " + e.ageAtDecision();
            case CandidacyDeferred e -> "Review on " + e.reviewOn();
            case TreatmentPlanSelected e ->
                "Plan v%d · %s%s%s"
                        .formatted(
                                e.planVersion(),
                                option(e.option().name()),
                                e.donorLeg() == null ? "" : " · leg " + e.donorLeg(),
                                e.donorThigh() == null ? "" : " · thigh " + e.donorThigh());
            default -> "";
        };
    }

    private static String option(String code) {
        return code.replace('_', ' ');
    }

    private static String scores(Assessment assessment) {
        StringBuilder text = new StringBuilder();
        if (assessment.houseBrackmann() != null) {
            append(text, "HB " + assessment.houseBrackmann());
        }
        if (assessment.sunnybrook() != null) {
            append(text, "Sunnybrook " + assessment.sunnybrook().composite());
        }
        if (assessment.smileExcursionMm() != null) {
            append(text, "excursion " + assessment.smileExcursionMm() + " mm");
        }
        if (assessment.face() != null) {
            append(text, "FaCE " + number(Math.round(assessment.face().total() * 10) / 10.0));
        }
        return text.toString();
    }

    private static String readiness(PathwayEvent event) {
        return switch (event) {
            case ConsentObtained e ->
                "%s%s · until %s".formatted(Wording.capital(words(e.type())), stage(e.stage()), e.validUntil());
            case AnesthesiaAssessed e -> "ASA %d · Mallampati %d".formatted(e.asaClass(), e.mallampati());
            case PreOpItemRecorded e -> Wording.capital(words(e.item())) + ": " + words(e.result());
            case ConsentExpired e ->
                "%s%s · was valid until %s"
                        .formatted(Wording.capital(words(e.type())), stage(e.stage()), e.validUntil());
            case PreOpCallCompleted e -> Wording.capital(words(e.outcome()));
            case EscortReconfirmed e -> Wording.capital(stage(e.stage()).strip());
            case PreOpClearanceGranted e -> "Until " + e.validUntil();
            case PreOpClearanceWithheld e -> Wording.capital(stage(e.stage()).strip());
            case PreOpClearanceExpired e ->
                "%s · was valid until %s"
                        .formatted(Wording.capital(stage(e.stage()).strip()), e.validUntil());
            case SurgeryScheduled e ->
                "%s · %s".formatted(Wording.capital(stage(e.stage()).strip()), e.room());
            case SurgeryRescheduled e -> "%s · %s".formatted(e.room(), words(e.reason()));
            case SurgeryCancelled e -> "%s · %s".formatted(words(e.reason()), words(e.timing()));
            default -> "";
        };
    }

    private static String stage(@Nullable Stage stage) {
        if (stage == null) {
            return "";
        }
        return stage == Stage.ONE ? " stage one" : " stage two";
    }

    private static String operation(PathwayEvent event) {
        return switch (event) {
            case SuralNerveHarvested e ->
                "%s leg · %s cm · %s".formatted(e.legSide(), number(e.lengthCm()), words(e.technique()));
            case DonorBranchCoapted e ->
                "%s %s · %s × %d".formatted(e.faceSide(), words(e.branch()), words(e.type()), e.count());
            case GraftTunnelledAndBanked e -> "%s · %s".formatted(e.distalSide(), words(e.location()));
            case StageOneCompleted e ->
                "Graft %s cm · %d mL · %d min"
                        .formatted(number(e.graftedLengthCm()), e.bloodLossMl(), e.durationMinutes());
            case GracilisHarvested e ->
                "%s thigh · %s × %s cm · %s g"
                        .formatted(e.thighSide(), number(e.lengthCm()), number(e.widthCm()), number(e.weightG()));
            case ArterialAnastomosisCompleted e ->
                "%s %s · %s"
                        .formatted(
                                words(e.recipientVessel()),
                                e.faceSide(),
                                e.patencyConfirmed() ? "patent" : "not patent");
            case VenousAnastomosisCompleted e ->
                "%s %s · %s"
                        .formatted(
                                words(e.recipientVessel()),
                                e.faceSide(),
                                e.patencyConfirmed() ? "patent" : "not patent");
            case FlapReperfused e -> "Ischemia %d min".formatted(e.ischemiaMinutes());
            case GracilisInset e ->
                "%s · %d vectors · tension %s".formatted(e.faceSide(), e.vectors(), words(e.tension()));
            case SafetySignOutCompleted e -> "Counts " + words(e.counts());
            case OperationCompletedAsPerformed e -> "%d mL · %d min".formatted(e.bloodLossMl(), e.durationMinutes());
            case StageTwoCompleted e -> "%d mL · %d min".formatted(e.bloodLossMl(), e.durationMinutes());
            default -> "";
        };
    }

    private static String recovery(PathwayEvent event) {
        return switch (event) {
            case ReturnedToTheatre e -> e.planned() ? "Planned" : "Not planned";
            case AldreteScored e -> "%d of 10".formatted(e.total());
            case PadssScored e -> "%d of 10".formatted(e.total());
            case PainScored e -> "NRS %d · %s".formatted(e.nrs(), words(e.site()));
            case FlapChecked e ->
                "Artery %s · vein %s · swelling %s"
                        .formatted(words(e.arterial()), words(e.venous()), words(e.swelling()));
            case PatientDischarged e ->
                "%s · stay %d min%s"
                        .formatted(words(e.destination()), e.stayMinutes(), e.sameCalendarDay() ? " · same day" : "");
            case ContactAttempted e -> "%s · %s".formatted(words(e.channel()), words(e.outcome()));
            case DayOneCallCompleted e -> "NRS %d · %s °C".formatted(e.pain(), number(e.temperatureCelsius()));
            case WoundAssessed e -> "%s · %s".formatted(words(e.site()), words(e.appearance()));
            case DonorSensationAssessed e -> "Numb %d cm²".formatted(e.numbAreaCm2());
            case DonorFaceAssessed e -> "Weakness " + words(e.weakness());
            case WoundMaterialRemoved e ->
                Wording.capital(e.materials().stream().map(Wording::words).collect(Collectors.joining(", "))) + " · "
                        + e.sites().stream().map(Wording::words).collect(Collectors.joining(", "));
            case RedFlagRaised e -> "%s · %s".formatted(words(e.flag()), words(e.level()));
            case ComplicationRecorded e ->
                "%s · %s".formatted(words(e.type()), e.grade().name());
            case SurveillanceReopened e ->
                "%s · an infection was found".formatted(e.kind().name());
            case SurveillanceClosed e -> "%s · %s".formatted(e.kind().name(), words(e.outcome()));
            default -> "";
        };
    }

    private static String health(PathwayEvent event) {
        return switch (event) {
            case AllergiesListed e ->
                e.noneKnown() ? "none known" : count(e.allergies().size(), "allergy", "allergies");
            case MedicationListed e ->
                e.noneTaken() ? "none taken" : count(e.medicines().size(), "drug", "drugs");
            case MedicationReconciled e -> count(e.medicines().size(), "drug", "drugs");
            case MoodScreened e -> Wording.capital(words(e.occasion()));
            case MoodFollowedUp e -> Wording.capital(words(e.step()));
            case Glp1UseRecorded e -> e.taken() ? "taken" : "not taken";
            case Glp1RiskDecided e -> Wording.capital(words(e.decision()));
            case ThrombosisRiskAssessed e ->
                "Caprini %d%s".formatted(e.capriniScore(), e.mechanical() ? " · mechanical prophylaxis" : "");
            case NauseaRiskAssessed e -> "Apfel %d of 4".formatted(e.apfel());
            case UnrelatedOperationRecorded e ->
                "On %s%s".formatted(e.operatedOn(), e.generalAnesthesia() ? " · general anesthesia" : "");
            case DrugGiven e ->
                Wording.capital(words(e.purpose())) + (e.antibiotic() == null ? "" : " · " + words(e.antibiotic()));
            case SafetyTimeOutCompleted e ->
                (e.antibiotic() == null ? "" : Wording.capital(words(e.antibiotic())))
                        + (e.equipmentMissing() == null || e.equipmentMissing().isEmpty()
                                ? ""
                                : " · missing: "
                                        + e.equipmentMissing().stream()
                                                .map(Wording::words)
                                                .collect(Collectors.joining(", ")));
            case GraftBiopsied e -> Wording.capital(words(e.finding()));
            case EquipmentReserved e -> count(e.equipment().size() + e.devices().size(), "device", "devices");
            case AdjunctPlanned e -> "%s %s".formatted(Wording.capital(words(e.kind())), e.side());
            case AdjunctPerformed e ->
                "%s %s%s"
                        .formatted(
                                Wording.capital(words(e.kind())),
                                e.side(),
                                e.magneticResonance() == null
                                        ? ""
                                        : " · magnetic resonance " + words(e.magneticResonance()));
            default -> "";
        };
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static String later(PathwayEvent event) {
        return switch (event) {
            case TinelAssessed e ->
                e.present()
                        ? "%s mm%s".formatted(number(e.advanceMm()), e.atDistalEnd() ? " · at distal end" : "")
                        : "absent";
            case NeurotizationConfirmed e ->
                "Basis " + words(e.basis()) + (e.needsSecondPerson() ? " · counts once confirmed by a second" : "")
                        + " · " + NeurotizationBasis.WORTH;
            case NeurotizationNotConfirmed e -> "Next review " + e.nextReviewOn();
            case NeurotizationWindowExtended e -> "Until " + e.until();
            case TherapySessionAttended e -> "%d min".formatted(e.minutes());
            case HomeProgrammeAdherenceReported e ->
                "%d of 7 days · %d min".formatted(e.daysPerWeek(), e.minutesPerDay());
            case TherapyReviewed e -> Wording.capital(words(e.course()));
            case FirstMovementObserved e ->
                "%s mm · trigger %s · seen %s".formatted(number(e.excursionMm()), words(e.trigger()), e.seenOn());
            case SpontaneousSmileObserved e -> words(e.degree());
            case OutcomeAssessed e -> outcome(e);
            case PathwayClosedWithoutMuscle e -> Wording.capital(words(e.reason()));
            case PathwayCompleted e -> Wording.capital(words(e.outcome()));
            case LateralityCorrected e ->
                "%s, was %s · counts once confirmed by a second".formatted(e.paralysedSide(), e.oldSide());
            case RuleOverridden e -> e.invariantId() + " for " + PathwayCommand.publicName(e.command());
            case OverrideUsed e -> e.invariantId();
            case OverrideReviewed e -> Wording.capital(words(e.finding()));
            case MediaCaptured e ->
                words(e.kind()) + " · " + e.poses().stream().map(Wording::words).collect(Collectors.joining(", "));
            case MediaUsed e -> words(e.purpose());
            case ConcernRaised e ->
                Wording.capital(words(e.kind()))
                        + (e.rule() == null ? "" : " · " + e.rule() + " stopped " + e.command());
            case FactContradicted e -> e.invariantId();
            case ContradictionEnded e -> Wording.capital(words(e.ending()));
            case TaskOverdue e -> Timers.name(e.timer());
            case TaskEscalated e -> Timers.name(e.timer()) + " · " + e.told();
            case TaskSnoozed e ->
                Timers.name(e.timer()) + " · until " + e.until().toLocalDate();
            case TaskReassigned e ->
                Timers.name(e.timer())
                        + (e.role() == null ? "" : " · " + e.role().label());
            case TaskFact e -> Timers.name(e.timer());
            case MessageRequested e ->
                Wording.capital(words(e.message()))
                        + (e.role() == null
                                ? " · to the patient"
                                : " · to " + e.role().label());
            case MessageFailed e -> Wording.capital(words(e.reason()));
            default -> "";
        };
    }

    private static String outcome(OutcomeAssessed e) {
        String scores = scores(e.assessment());
        return scores.isEmpty() ? words(e.visit()) : words(e.visit()) + " · " + scores;
    }

    private static void append(StringBuilder text, String more) {
        text.append(text.isEmpty() ? "" : " · ").append(more);
    }
}
