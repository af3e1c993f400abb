package org.crossface.pathway.authority;

import java.util.List;
import org.crossface.pathway.UseCase;
import org.crossface.pathway.aftercare.AcknowledgeRedFlag;
import org.crossface.pathway.aftercare.AssessDonorSensation;
import org.crossface.pathway.aftercare.AssessWound;
import org.crossface.pathway.aftercare.CloseSurveillance;
import org.crossface.pathway.aftercare.CompleteDayOneCall;
import org.crossface.pathway.aftercare.DiagnoseInfection;
import org.crossface.pathway.aftercare.RaiseRedFlag;
import org.crossface.pathway.aftercare.RecordComplication;
import org.crossface.pathway.aftercare.RecordContactAttempt;
import org.crossface.pathway.aftercare.RegradeComplication;
import org.crossface.pathway.aftercare.ReportEmergencyVisit;
import org.crossface.pathway.aftercare.ResolveComplication;
import org.crossface.pathway.aftercare.ResolveRedFlag;
import org.crossface.pathway.consent.ObtainConsent;
import org.crossface.pathway.consent.RevokeConsent;
import org.crossface.pathway.consent.VerifyConsent;
import org.crossface.pathway.evaluation.CharacteriseParalysis;
import org.crossface.pathway.evaluation.CompleteEvaluation;
import org.crossface.pathway.evaluation.ConfirmHealthySide;
import org.crossface.pathway.evaluation.RecordAssessment;
import org.crossface.pathway.evaluation.RecordGoals;
import org.crossface.pathway.evaluation.ScheduleEvaluation;
import org.crossface.pathway.intake.DeclineReferral;
import org.crossface.pathway.intake.ReceiveReferralDocument;
import org.crossface.pathway.intake.RegisterReferral;
import org.crossface.pathway.neurotization.AbandonGraft;
import org.crossface.pathway.neurotization.AssessTinel;
import org.crossface.pathway.neurotization.ConfirmNeurotization;
import org.crossface.pathway.neurotization.DeclareNeurotizationNotConfirmed;
import org.crossface.pathway.neurotization.ExtendNeurotizationWindow;
import org.crossface.pathway.neurotization.LapseNeurotizationWindow;
import org.crossface.pathway.neurotization.RecordEmg;
import org.crossface.pathway.oversight.CorrectRecord;
import org.crossface.pathway.oversight.DeclareLostToFollowUp;
import org.crossface.pathway.oversight.OverrideRule;
import org.crossface.pathway.oversight.PutOnHold;
import org.crossface.pathway.oversight.RecordPatientDeath;
import org.crossface.pathway.oversight.RecordReturn;
import org.crossface.pathway.oversight.RecordWithdrawal;
import org.crossface.pathway.oversight.ResumePathway;
import org.crossface.pathway.oversight.RetractRecord;
import org.crossface.pathway.oversight.TransferCare;
import org.crossface.pathway.patient.CorrectContact;
import org.crossface.pathway.patient.EndPatientSharing;
import org.crossface.pathway.patient.EraseSubject;
import org.crossface.pathway.patient.NameRepresentative;
import org.crossface.pathway.patient.RecordDeath;
import org.crossface.pathway.patient.RegisterPatient;
import org.crossface.pathway.patient.SharePatient;
import org.crossface.pathway.planning.DecideCandidacy;
import org.crossface.pathway.planning.RevisePlan;
import org.crossface.pathway.planning.SelectPlan;
import org.crossface.pathway.policy.ApprovePolicy;
import org.crossface.pathway.policy.ProposePolicy;
import org.crossface.pathway.recovery.AdmitToAftercare;
import org.crossface.pathway.recovery.AdmitToRecovery;
import org.crossface.pathway.recovery.CheckFlap;
import org.crossface.pathway.recovery.ConfirmFlapCompromise;
import org.crossface.pathway.recovery.DischargePatient;
import org.crossface.pathway.recovery.EnterPhaseTwo;
import org.crossface.pathway.recovery.EvaluateAnesthesiaRecovery;
import org.crossface.pathway.recovery.ExemptEscort;
import org.crossface.pathway.recovery.GiveDischargeInstructions;
import org.crossface.pathway.recovery.PlanFlapMonitoring;
import org.crossface.pathway.recovery.RecordEscortArrival;
import org.crossface.pathway.recovery.RecordFlapLoss;
import org.crossface.pathway.recovery.RecordFlapSalvage;
import org.crossface.pathway.recovery.RecordHospitalDischarge;
import org.crossface.pathway.recovery.RecordLeftAgainstMedicalAdvice;
import org.crossface.pathway.recovery.RecordTransfer;
import org.crossface.pathway.recovery.ReturnToTheatre;
import org.crossface.pathway.recovery.RuleOutFlapCompromise;
import org.crossface.pathway.recovery.ScoreAldrete;
import org.crossface.pathway.recovery.ScorePadss;
import org.crossface.pathway.recovery.ScorePain;
import org.crossface.pathway.recovery.SignDischargeOrder;
import org.crossface.pathway.recovery.StartExtendedRecovery;
import org.crossface.pathway.reference.ChangeFacility;
import org.crossface.pathway.reference.ChangePractitioner;
import org.crossface.pathway.reference.ChangeSite;
import org.crossface.pathway.reference.RegisterFacility;
import org.crossface.pathway.reference.RegisterPractitioner;
import org.crossface.pathway.reference.RegisterSite;
import org.crossface.pathway.rehabilitation.AssessOutcome;
import org.crossface.pathway.rehabilitation.CompletePathway;
import org.crossface.pathway.rehabilitation.CompleteRehabilitation;
import org.crossface.pathway.rehabilitation.DeclareNonFunctioningTransfer;
import org.crossface.pathway.rehabilitation.MissTherapySession;
import org.crossface.pathway.rehabilitation.ObserveFirstMovement;
import org.crossface.pathway.rehabilitation.ObserveSpontaneousSmile;
import org.crossface.pathway.rehabilitation.PauseRehabilitation;
import org.crossface.pathway.rehabilitation.RecordTherapySession;
import org.crossface.pathway.rehabilitation.ReportHomeAdherence;
import org.crossface.pathway.rehabilitation.ResumeRehabilitation;
import org.crossface.pathway.rehabilitation.StartRehabilitation;
import org.crossface.pathway.rehabilitation.StopRehabilitationEarly;
import org.crossface.pathway.scheduling.AssessAnesthesia;
import org.crossface.pathway.scheduling.CancelSurgery;
import org.crossface.pathway.scheduling.GrantClearance;
import org.crossface.pathway.scheduling.NameEscort;
import org.crossface.pathway.scheduling.RecordAuthorization;
import org.crossface.pathway.scheduling.RecordPreOpItem;
import org.crossface.pathway.scheduling.RescheduleSurgery;
import org.crossface.pathway.scheduling.ReserveAftercare;
import org.crossface.pathway.scheduling.ScheduleSurgery;
import org.crossface.pathway.scheduling.WithdrawEscort;
import org.crossface.pathway.surgery.AdmitPatient;
import org.crossface.pathway.surgery.AttestExternalStage;
import org.crossface.pathway.surgery.CloseIncision;
import org.crossface.pathway.surgery.CompleteSignIn;
import org.crossface.pathway.surgery.CompleteSignOut;
import org.crossface.pathway.surgery.CompleteStageOne;
import org.crossface.pathway.surgery.CompleteStageTwo;
import org.crossface.pathway.surgery.CompleteTimeOut;
import org.crossface.pathway.surgery.DiscontinueProcedure;
import org.crossface.pathway.surgery.InduceAnesthesia;
import org.crossface.pathway.surgery.MakeIncision;
import org.crossface.pathway.surgery.MarkSites;
import org.crossface.pathway.surgery.RecordAnastomosis;
import org.crossface.pathway.surgery.RecordBanking;
import org.crossface.pathway.surgery.RecordDonorCoaptation;
import org.crossface.pathway.surgery.RecordEmergence;
import org.crossface.pathway.surgery.RecordGracilisHarvest;
import org.crossface.pathway.surgery.RecordInset;
import org.crossface.pathway.surgery.RecordNerveCoaptation;
import org.crossface.pathway.surgery.RecordReperfusion;
import org.crossface.pathway.surgery.RecordSuralHarvest;
import org.crossface.pathway.surgery.ReportChecklistDeviation;
import org.crossface.pathway.surgery.ReportNeverEvent;
import org.crossface.pathway.surgery.ReportSafetyEvent;
import org.crossface.pathway.surgery.SignOperationRecord;
import org.crossface.pathway.surgery.VerifyFasting;

/** All use cases of this module, in the order of the pathway. A test compares the list with the commands that there are. */
final class UseCases {

    static final List<UseCase<?>> ALL = List.of(
            RegisterReferral.USE_CASE,
            ReceiveReferralDocument.USE_CASE,
            DeclineReferral.USE_CASE,
            ScheduleEvaluation.USE_CASE,
            RecordGoals.USE_CASE,
            CharacteriseParalysis.USE_CASE,
            ConfirmHealthySide.USE_CASE,
            RecordAssessment.USE_CASE,
            CompleteEvaluation.USE_CASE,
            DecideCandidacy.USE_CASE,
            SelectPlan.USE_CASE,
            RevisePlan.USE_CASE,
            ObtainConsent.USE_CASE,
            VerifyConsent.USE_CASE,
            RevokeConsent.USE_CASE,
            AssessAnesthesia.USE_CASE,
            RecordPreOpItem.USE_CASE,
            NameEscort.USE_CASE,
            WithdrawEscort.USE_CASE,
            ReserveAftercare.USE_CASE,
            GrantClearance.USE_CASE,
            RecordAuthorization.USE_CASE,
            ScheduleSurgery.USE_CASE,
            RescheduleSurgery.USE_CASE,
            CancelSurgery.USE_CASE,
            AdmitPatient.USE_CASE,
            VerifyFasting.USE_CASE,
            MarkSites.USE_CASE,
            CompleteSignIn.USE_CASE,
            InduceAnesthesia.USE_CASE,
            CompleteTimeOut.USE_CASE,
            MakeIncision.USE_CASE,
            RecordSuralHarvest.USE_CASE,
            RecordDonorCoaptation.USE_CASE,
            RecordBanking.USE_CASE,
            CompleteStageOne.USE_CASE,
            RecordGracilisHarvest.USE_CASE,
            RecordAnastomosis.USE_CASE,
            RecordReperfusion.USE_CASE,
            RecordNerveCoaptation.USE_CASE,
            RecordInset.USE_CASE,
            CompleteStageTwo.USE_CASE,
            AttestExternalStage.USE_CASE,
            CloseIncision.USE_CASE,
            CompleteSignOut.USE_CASE,
            RecordEmergence.USE_CASE,
            SignOperationRecord.USE_CASE,
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
            ConfirmFlapCompromise.USE_CASE,
            RuleOutFlapCompromise.USE_CASE,
            RecordFlapSalvage.USE_CASE,
            RecordFlapLoss.USE_CASE,
            ReturnToTheatre.USE_CASE,
            SignDischargeOrder.USE_CASE,
            RecordEscortArrival.USE_CASE,
            ExemptEscort.USE_CASE,
            GiveDischargeInstructions.USE_CASE,
            DischargePatient.USE_CASE,
            StartExtendedRecovery.USE_CASE,
            RecordTransfer.USE_CASE,
            RecordHospitalDischarge.USE_CASE,
            RecordLeftAgainstMedicalAdvice.USE_CASE,
            AdmitToAftercare.USE_CASE,
            RecordContactAttempt.USE_CASE,
            CompleteDayOneCall.USE_CASE,
            AssessWound.USE_CASE,
            AssessDonorSensation.USE_CASE,
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
            CompleteRehabilitation.USE_CASE,
            StopRehabilitationEarly.USE_CASE,
            ObserveFirstMovement.USE_CASE,
            ObserveSpontaneousSmile.USE_CASE,
            AssessOutcome.USE_CASE,
            DeclareNonFunctioningTransfer.USE_CASE,
            CompletePathway.USE_CASE,
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
            RegisterPatient.USE_CASE,
            NameRepresentative.USE_CASE,
            CorrectContact.USE_CASE,
            SharePatient.USE_CASE,
            EndPatientSharing.USE_CASE,
            RecordDeath.USE_CASE,
            EraseSubject.USE_CASE,
            RegisterSite.USE_CASE,
            ChangeSite.USE_CASE,
            RegisterPractitioner.USE_CASE,
            ChangePractitioner.USE_CASE,
            RegisterFacility.USE_CASE,
            ChangeFacility.USE_CASE,
            ProposePolicy.USE_CASE,
            ApprovePolicy.USE_CASE);

    private UseCases() {}
}
