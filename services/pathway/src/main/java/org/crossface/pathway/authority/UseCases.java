package org.crossface.pathway.authority;

import java.util.List;
import java.util.stream.Stream;
import org.crossface.pathway.adjunct.procedure.PlanAdjunct;
import org.crossface.pathway.adjunct.procedure.RecordAdjunct;
import org.crossface.pathway.adjunct.procedure.RemoveAdjunct;
import org.crossface.pathway.aftercare.complication.RecordComplication;
import org.crossface.pathway.aftercare.complication.RegradeComplication;
import org.crossface.pathway.aftercare.complication.ResolveComplication;
import org.crossface.pathway.aftercare.contact.CompleteDayOneCall;
import org.crossface.pathway.aftercare.contact.RecordContactAttempt;
import org.crossface.pathway.aftercare.redflag.AcknowledgeRedFlag;
import org.crossface.pathway.aftercare.redflag.RaiseRedFlag;
import org.crossface.pathway.aftercare.redflag.ReportEmergencyVisit;
import org.crossface.pathway.aftercare.redflag.ResolveRedFlag;
import org.crossface.pathway.aftercare.wound.AssessDonorFace;
import org.crossface.pathway.aftercare.wound.AssessDonorSensation;
import org.crossface.pathway.aftercare.wound.AssessWound;
import org.crossface.pathway.aftercare.wound.CloseSurveillance;
import org.crossface.pathway.aftercare.wound.DiagnoseInfection;
import org.crossface.pathway.aftercare.wound.RemoveWoundMaterial;
import org.crossface.pathway.consent.media.CaptureMedia;
import org.crossface.pathway.consent.media.UseMedia;
import org.crossface.pathway.consent.signature.DeclareEmergencyConsent;
import org.crossface.pathway.consent.signature.ExpireConsent;
import org.crossface.pathway.consent.signature.ObtainConsent;
import org.crossface.pathway.consent.signature.RevokeConsent;
import org.crossface.pathway.consent.signature.VerifyConsent;
import org.crossface.pathway.evaluation.examination.CharacteriseParalysis;
import org.crossface.pathway.evaluation.examination.CompleteEvaluation;
import org.crossface.pathway.evaluation.examination.ConfirmHealthySide;
import org.crossface.pathway.evaluation.examination.CorrectLaterality;
import org.crossface.pathway.evaluation.examination.MissEvaluation;
import org.crossface.pathway.evaluation.examination.RecordAssessment;
import org.crossface.pathway.evaluation.examination.RecordEface;
import org.crossface.pathway.evaluation.examination.RecordGoals;
import org.crossface.pathway.evaluation.examination.ScheduleEvaluation;
import org.crossface.pathway.health.history.AssessNauseaRisk;
import org.crossface.pathway.health.history.AssessThrombosisRisk;
import org.crossface.pathway.health.history.DecideGlp1Risk;
import org.crossface.pathway.health.history.FollowUpMood;
import org.crossface.pathway.health.history.ListAllergies;
import org.crossface.pathway.health.history.ListMedication;
import org.crossface.pathway.health.history.RecordGlp1Use;
import org.crossface.pathway.health.history.RecordUnrelatedOperation;
import org.crossface.pathway.health.history.ScreenMood;
import org.crossface.pathway.intake.lodging.RecordLodging;
import org.crossface.pathway.intake.referral.DeclineReferral;
import org.crossface.pathway.intake.referral.ExpireReferral;
import org.crossface.pathway.intake.referral.ReceiveReferralDocument;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.neurotization.growth.AbandonGraft;
import org.crossface.pathway.neurotization.growth.AssessTinel;
import org.crossface.pathway.neurotization.growth.ConfirmNeurotization;
import org.crossface.pathway.neurotization.growth.DeclareNeurotizationNotConfirmed;
import org.crossface.pathway.neurotization.growth.ExtendNeurotizationWindow;
import org.crossface.pathway.neurotization.growth.LapseNeurotizationWindow;
import org.crossface.pathway.neurotization.growth.RecordEmg;
import org.crossface.pathway.oversight.concern.CloseConcern;
import org.crossface.pathway.oversight.concern.RecordNearMiss;
import org.crossface.pathway.oversight.correction.CorrectRecord;
import org.crossface.pathway.oversight.correction.DecideContradiction;
import org.crossface.pathway.oversight.correction.RetractRecord;
import org.crossface.pathway.oversight.countersignature.ConfirmAsSecond;
import org.crossface.pathway.oversight.interruption.DeclareLostToFollowUp;
import org.crossface.pathway.oversight.interruption.OverrideRule;
import org.crossface.pathway.oversight.interruption.PutOnHold;
import org.crossface.pathway.oversight.interruption.RecordPatientDeath;
import org.crossface.pathway.oversight.interruption.RecordReturn;
import org.crossface.pathway.oversight.interruption.RecordWithdrawal;
import org.crossface.pathway.oversight.interruption.ResumePathway;
import org.crossface.pathway.oversight.interruption.ReviewOverride;
import org.crossface.pathway.oversight.interruption.TransferCare;
import org.crossface.pathway.oversight.lateness.RecordLateness;
import org.crossface.pathway.oversight.sending.RecordMessageOutcome;
import org.crossface.pathway.oversight.sending.RequestMessages;
import org.crossface.pathway.oversight.task.AcknowledgeEscalation;
import org.crossface.pathway.oversight.task.ClaimTask;
import org.crossface.pathway.oversight.task.ReassignTask;
import org.crossface.pathway.oversight.task.ReleaseTask;
import org.crossface.pathway.oversight.task.SnoozeTask;
import org.crossface.pathway.patient.registration.CorrectBirthDate;
import org.crossface.pathway.patient.registration.CorrectContact;
import org.crossface.pathway.patient.registration.CorrectIdentifiers;
import org.crossface.pathway.patient.registration.CorrectLanguage;
import org.crossface.pathway.patient.registration.CorrectName;
import org.crossface.pathway.patient.registration.CorrectSex;
import org.crossface.pathway.patient.registration.EndPatientSharing;
import org.crossface.pathway.patient.registration.EraseSubject;
import org.crossface.pathway.patient.registration.LinkPersons;
import org.crossface.pathway.patient.registration.NameRepresentative;
import org.crossface.pathway.patient.registration.RecordDeath;
import org.crossface.pathway.patient.registration.RegisterPatient;
import org.crossface.pathway.patient.registration.RetractDeath;
import org.crossface.pathway.patient.registration.SharePatient;
import org.crossface.pathway.patient.registration.UnlinkPersons;
import org.crossface.pathway.planning.decision.DecideCandidacy;
import org.crossface.pathway.planning.decision.RevisePlan;
import org.crossface.pathway.planning.decision.SelectPlan;
import org.crossface.pathway.policy.approval.ApprovePolicy;
import org.crossface.pathway.policy.approval.ProposePolicy;
import org.crossface.pathway.recovery.departure.AdmitToAftercare;
import org.crossface.pathway.recovery.departure.DischargeFromAftercare;
import org.crossface.pathway.recovery.departure.RecordHospitalDischarge;
import org.crossface.pathway.recovery.departure.RecordLeftAgainstMedicalAdvice;
import org.crossface.pathway.recovery.departure.RecordTransfer;
import org.crossface.pathway.recovery.discharge.DischargePatient;
import org.crossface.pathway.recovery.discharge.ExemptEscort;
import org.crossface.pathway.recovery.discharge.GiveDischargeInstructions;
import org.crossface.pathway.recovery.discharge.ReconcileMedication;
import org.crossface.pathway.recovery.discharge.RecordEscortArrival;
import org.crossface.pathway.recovery.discharge.SignDischargeOrder;
import org.crossface.pathway.recovery.flap.AcknowledgeFlapCompromise;
import org.crossface.pathway.recovery.flap.CheckFlap;
import org.crossface.pathway.recovery.flap.ConfirmFlapCompromise;
import org.crossface.pathway.recovery.flap.PlanFlapMonitoring;
import org.crossface.pathway.recovery.flap.RecordFlapLoss;
import org.crossface.pathway.recovery.flap.RecordFlapSalvage;
import org.crossface.pathway.recovery.flap.ReturnToTheatre;
import org.crossface.pathway.recovery.flap.RuleOutFlapCompromise;
import org.crossface.pathway.recovery.pacu.AdmitToRecovery;
import org.crossface.pathway.recovery.pacu.EnterPhaseTwo;
import org.crossface.pathway.recovery.pacu.EvaluateAnesthesiaRecovery;
import org.crossface.pathway.recovery.pacu.ScoreAldrete;
import org.crossface.pathway.recovery.pacu.ScorePadss;
import org.crossface.pathway.recovery.pacu.ScorePain;
import org.crossface.pathway.recovery.pacu.StartExtendedRecovery;
import org.crossface.pathway.reference.registration.ChangeFacility;
import org.crossface.pathway.reference.registration.ChangePractitioner;
import org.crossface.pathway.reference.registration.ChangeSite;
import org.crossface.pathway.reference.registration.RegisterDevice;
import org.crossface.pathway.reference.registration.RegisterFacility;
import org.crossface.pathway.reference.registration.RegisterPractitioner;
import org.crossface.pathway.reference.registration.RegisterSite;
import org.crossface.pathway.reference.registration.RetireDevice;
import org.crossface.pathway.reference.registration.SetPreferenceCard;
import org.crossface.pathway.reference.registration.SetSiteCalendar;
import org.crossface.pathway.rehabilitation.completion.CloseWithoutMuscle;
import org.crossface.pathway.rehabilitation.completion.CompletePathway;
import org.crossface.pathway.rehabilitation.outcome.AssessOutcome;
import org.crossface.pathway.rehabilitation.outcome.DeclareNonFunctioningTransfer;
import org.crossface.pathway.rehabilitation.outcome.ObserveFirstMovement;
import org.crossface.pathway.rehabilitation.outcome.ObserveSpontaneousSmile;
import org.crossface.pathway.rehabilitation.therapy.CompleteRehabilitation;
import org.crossface.pathway.rehabilitation.therapy.MissTherapySession;
import org.crossface.pathway.rehabilitation.therapy.PauseRehabilitation;
import org.crossface.pathway.rehabilitation.therapy.RecordTherapySession;
import org.crossface.pathway.rehabilitation.therapy.ReportHomeAdherence;
import org.crossface.pathway.rehabilitation.therapy.ResumeRehabilitation;
import org.crossface.pathway.rehabilitation.therapy.ReviewTherapy;
import org.crossface.pathway.rehabilitation.therapy.StartRehabilitation;
import org.crossface.pathway.rehabilitation.therapy.StopRehabilitationEarly;
import org.crossface.pathway.scheduling.booking.CancelSurgery;
import org.crossface.pathway.scheduling.booking.RescheduleSurgery;
import org.crossface.pathway.scheduling.booking.ReserveEquipment;
import org.crossface.pathway.scheduling.booking.ScheduleSurgery;
import org.crossface.pathway.scheduling.confirmation.CompletePreOpCall;
import org.crossface.pathway.scheduling.confirmation.ReconfirmEscort;
import org.crossface.pathway.scheduling.readiness.AssessAnesthesia;
import org.crossface.pathway.scheduling.readiness.ExpireClearance;
import org.crossface.pathway.scheduling.readiness.GrantClearance;
import org.crossface.pathway.scheduling.readiness.NameEscort;
import org.crossface.pathway.scheduling.readiness.RecordAuthorization;
import org.crossface.pathway.scheduling.readiness.RecordPreOpItem;
import org.crossface.pathway.scheduling.readiness.ReleaseAftercareBed;
import org.crossface.pathway.scheduling.readiness.ReserveAftercare;
import org.crossface.pathway.scheduling.readiness.WithdrawEscort;
import org.crossface.pathway.scheduling.readiness.WithholdClearance;
import org.crossface.pathway.surgery.admission.AdmitPatient;
import org.crossface.pathway.surgery.admission.MarkSites;
import org.crossface.pathway.surgery.admission.VerifyFasting;
import org.crossface.pathway.surgery.checklist.CloseIncision;
import org.crossface.pathway.surgery.checklist.CompleteSignIn;
import org.crossface.pathway.surgery.checklist.CompleteSignOut;
import org.crossface.pathway.surgery.checklist.CompleteTimeOut;
import org.crossface.pathway.surgery.checklist.InduceAnesthesia;
import org.crossface.pathway.surgery.checklist.MakeIncision;
import org.crossface.pathway.surgery.checklist.RecordEmergence;
import org.crossface.pathway.surgery.checklist.ReportChecklistDeviation;
import org.crossface.pathway.surgery.drug.GiveDrug;
import org.crossface.pathway.surgery.graft.CompleteStageOne;
import org.crossface.pathway.surgery.graft.RecordBanking;
import org.crossface.pathway.surgery.graft.RecordDonorCoaptation;
import org.crossface.pathway.surgery.graft.RecordSuralHarvest;
import org.crossface.pathway.surgery.record.AttestExternalStage;
import org.crossface.pathway.surgery.record.AttestExternalStageTwo;
import org.crossface.pathway.surgery.record.CompleteAsPerformed;
import org.crossface.pathway.surgery.record.ReviewCharge;
import org.crossface.pathway.surgery.record.SignOperationRecord;
import org.crossface.pathway.surgery.reports.DiscontinueProcedure;
import org.crossface.pathway.surgery.reports.ReportNeverEvent;
import org.crossface.pathway.surgery.reports.ReportSafetyEvent;
import org.crossface.pathway.surgery.transfer.CompleteStageTwo;
import org.crossface.pathway.surgery.transfer.RecordAnastomosis;
import org.crossface.pathway.surgery.transfer.RecordGracilisHarvest;
import org.crossface.pathway.surgery.transfer.RecordGraftBiopsy;
import org.crossface.pathway.surgery.transfer.RecordInset;
import org.crossface.pathway.surgery.transfer.RecordNerveCoaptation;
import org.crossface.pathway.surgery.transfer.RecordReperfusion;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.usecase.Recordings;
import org.crossface.pathway.usecase.UseCase;

/** All use cases of this module, in the order of the pathway. A test compares the list with the commands that there are. */
public final class UseCases {

    static final List<UseCase<?>> ALL = List.of(
            RegisterReferral.USE_CASE,
            ReceiveReferralDocument.USE_CASE,
            RecordLodging.USE_CASE,
            DeclineReferral.USE_CASE,
            ExpireReferral.USE_CASE,
            ScheduleEvaluation.USE_CASE,
            MissEvaluation.USE_CASE,
            RecordGoals.USE_CASE,
            CharacteriseParalysis.USE_CASE,
            ConfirmHealthySide.USE_CASE,
            RecordAssessment.USE_CASE,
            RecordEface.USE_CASE,
            CorrectLaterality.USE_CASE,
            ListAllergies.USE_CASE,
            ListMedication.USE_CASE,
            ScreenMood.USE_CASE,
            FollowUpMood.USE_CASE,
            RecordUnrelatedOperation.USE_CASE,
            CompleteEvaluation.USE_CASE,
            DecideCandidacy.USE_CASE,
            SelectPlan.USE_CASE,
            RevisePlan.USE_CASE,
            ObtainConsent.USE_CASE,
            VerifyConsent.USE_CASE,
            RevokeConsent.USE_CASE,
            ExpireConsent.USE_CASE,
            DeclareEmergencyConsent.USE_CASE,
            CaptureMedia.USE_CASE,
            UseMedia.USE_CASE,
            PlanAdjunct.USE_CASE,
            RecordAdjunct.USE_CASE,
            RemoveAdjunct.USE_CASE,
            AssessAnesthesia.USE_CASE,
            RecordGlp1Use.USE_CASE,
            DecideGlp1Risk.USE_CASE,
            AssessThrombosisRisk.USE_CASE,
            AssessNauseaRisk.USE_CASE,
            RecordPreOpItem.USE_CASE,
            NameEscort.USE_CASE,
            WithdrawEscort.USE_CASE,
            ReconfirmEscort.USE_CASE,
            CompletePreOpCall.USE_CASE,
            ReserveAftercare.USE_CASE,
            ReleaseAftercareBed.USE_CASE,
            GrantClearance.USE_CASE,
            WithholdClearance.USE_CASE,
            ExpireClearance.USE_CASE,
            RecordAuthorization.USE_CASE,
            ScheduleSurgery.USE_CASE,
            ReserveEquipment.USE_CASE,
            RescheduleSurgery.USE_CASE,
            CancelSurgery.USE_CASE,
            AdmitPatient.USE_CASE,
            VerifyFasting.USE_CASE,
            MarkSites.USE_CASE,
            CompleteSignIn.USE_CASE,
            InduceAnesthesia.USE_CASE,
            CompleteTimeOut.USE_CASE,
            MakeIncision.USE_CASE,
            GiveDrug.USE_CASE,
            RecordSuralHarvest.USE_CASE,
            RecordDonorCoaptation.USE_CASE,
            RecordBanking.USE_CASE,
            CompleteStageOne.USE_CASE,
            RecordGraftBiopsy.USE_CASE,
            RecordGracilisHarvest.USE_CASE,
            RecordAnastomosis.USE_CASE,
            RecordReperfusion.USE_CASE,
            RecordNerveCoaptation.USE_CASE,
            RecordInset.USE_CASE,
            CompleteStageTwo.USE_CASE,
            AttestExternalStage.USE_CASE,
            AttestExternalStageTwo.USE_CASE,
            CloseIncision.USE_CASE,
            CompleteSignOut.USE_CASE,
            RecordEmergence.USE_CASE,
            CompleteAsPerformed.USE_CASE,
            SignOperationRecord.USE_CASE,
            ReviewCharge.USE_CASE,
            DiscontinueProcedure.USE_CASE,
            ReportNeverEvent.USE_CASE,
            ReportChecklistDeviation.USE_CASE,
            ReportSafetyEvent.USE_CASE,
            AdmitToRecovery.USE_CASE,
            ScoreAldrete.USE_CASE,
            EnterPhaseTwo.USE_CASE,
            ScorePadss.USE_CASE,
            ScorePain.USE_CASE,
            EvaluateAnesthesiaRecovery.USE_CASE,
            PlanFlapMonitoring.USE_CASE,
            CheckFlap.USE_CASE,
            AcknowledgeFlapCompromise.USE_CASE,
            ConfirmFlapCompromise.USE_CASE,
            RuleOutFlapCompromise.USE_CASE,
            RecordFlapSalvage.USE_CASE,
            RecordFlapLoss.USE_CASE,
            ReturnToTheatre.USE_CASE,
            SignDischargeOrder.USE_CASE,
            RecordEscortArrival.USE_CASE,
            ExemptEscort.USE_CASE,
            GiveDischargeInstructions.USE_CASE,
            ReconcileMedication.USE_CASE,
            DischargePatient.USE_CASE,
            StartExtendedRecovery.USE_CASE,
            RecordTransfer.USE_CASE,
            RecordHospitalDischarge.USE_CASE,
            RecordLeftAgainstMedicalAdvice.USE_CASE,
            AdmitToAftercare.USE_CASE,
            DischargeFromAftercare.USE_CASE,
            RecordContactAttempt.USE_CASE,
            CompleteDayOneCall.USE_CASE,
            AssessWound.USE_CASE,
            AssessDonorSensation.USE_CASE,
            AssessDonorFace.USE_CASE,
            RemoveWoundMaterial.USE_CASE,
            RaiseRedFlag.USE_CASE,
            AcknowledgeRedFlag.USE_CASE,
            ResolveRedFlag.USE_CASE,
            DiagnoseInfection.USE_CASE,
            RecordComplication.USE_CASE,
            RegradeComplication.USE_CASE,
            ResolveComplication.USE_CASE,
            ReportEmergencyVisit.USE_CASE,
            CloseSurveillance.USE_CASE,
            AssessTinel.USE_CASE,
            RecordEmg.USE_CASE,
            ConfirmNeurotization.USE_CASE,
            DeclareNeurotizationNotConfirmed.USE_CASE,
            LapseNeurotizationWindow.USE_CASE,
            ExtendNeurotizationWindow.USE_CASE,
            AbandonGraft.USE_CASE,
            StartRehabilitation.USE_CASE,
            PauseRehabilitation.USE_CASE,
            ResumeRehabilitation.USE_CASE,
            RecordTherapySession.USE_CASE,
            MissTherapySession.USE_CASE,
            ReportHomeAdherence.USE_CASE,
            ReviewTherapy.USE_CASE,
            CompleteRehabilitation.USE_CASE,
            StopRehabilitationEarly.USE_CASE,
            ObserveFirstMovement.USE_CASE,
            ObserveSpontaneousSmile.USE_CASE,
            AssessOutcome.USE_CASE,
            DeclareNonFunctioningTransfer.USE_CASE,
            CompletePathway.USE_CASE,
            CloseWithoutMuscle.USE_CASE,
            OverrideRule.USE_CASE,
            PutOnHold.USE_CASE,
            ResumePathway.USE_CASE,
            RecordWithdrawal.USE_CASE,
            TransferCare.USE_CASE,
            DeclareLostToFollowUp.USE_CASE,
            RecordReturn.USE_CASE,
            RecordPatientDeath.USE_CASE,
            CorrectRecord.USE_CASE,
            RetractRecord.USE_CASE,
            DecideContradiction.USE_CASE,
            CloseConcern.USE_CASE,
            ReviewOverride.USE_CASE,
            RecordNearMiss.USE_CASE,
            RecordLateness.USE_CASE,
            AcknowledgeEscalation.USE_CASE,
            ClaimTask.USE_CASE,
            ReleaseTask.USE_CASE,
            SnoozeTask.USE_CASE,
            ReassignTask.USE_CASE,
            RequestMessages.USE_CASE,
            RecordMessageOutcome.USE_CASE,
            ConfirmAsSecond.USE_CASE,
            RegisterPatient.USE_CASE,
            NameRepresentative.USE_CASE,
            CorrectContact.USE_CASE,
            CorrectName.USE_CASE,
            CorrectSex.USE_CASE,
            CorrectLanguage.USE_CASE,
            CorrectIdentifiers.USE_CASE,
            SharePatient.USE_CASE,
            UnlinkPersons.USE_CASE,
            EndPatientSharing.USE_CASE,
            RecordDeath.USE_CASE,
            RetractDeath.USE_CASE,
            CorrectBirthDate.USE_CASE,
            EraseSubject.USE_CASE,
            LinkPersons.USE_CASE,
            RegisterSite.USE_CASE,
            ChangeSite.USE_CASE,
            RegisterPractitioner.USE_CASE,
            ChangePractitioner.USE_CASE,
            RegisterFacility.USE_CASE,
            ChangeFacility.USE_CASE,
            RegisterDevice.USE_CASE,
            RetireDevice.USE_CASE,
            SetPreferenceCard.USE_CASE,
            SetSiteCalendar.USE_CASE,
            ProposePolicy.USE_CASE,
            ApprovePolicy.USE_CASE);

    /** Which of them records which event. */
    public static final Recordings RECORDINGS = new Recordings(ALL);

    private UseCases() {}

    /** The commands that make a condition true, those that the condition names first. */
    public static List<Class<?>> fulfilling(Condition condition) {
        return Stream.concat(
                        condition.fulfilledBy().stream(),
                        ALL.stream()
                                .filter(each -> each.fulfils().contains(condition))
                                .map(UseCase::command))
                .<Class<?>>map(each -> each)
                .toList();
    }
}
