package org.crossface.pathway.surgery.events;

import org.crossface.pathway.vocabulary.PathwayEvent;

/** A fact of the day of surgery. */
public sealed interface SurgeryFact extends PathwayEvent
        permits AnesthesiaEmerged,
                AnesthesiaInduced,
                ArterialAnastomosisCompleted,
                BurnReported,
                ChargeReviewed,
                ChecklistDeviationReported,
                ClosureCompleted,
                DonorBranchCoapted,
                DrugGiven,
                ExternalStageOneAttested,
                ExternalStageTwoAttested,
                FastingVerified,
                FlapReperfused,
                GracilisHarvested,
                GracilisInset,
                GraftBiopsied,
                GraftTunnelledAndBanked,
                IncisionMade,
                MedicationErrorReported,
                ObturatorToGraftCoapted,
                ObturatorToMassetericCoapted,
                OperationCompletedAsPerformed,
                OperationRecordSigned,
                PatientAdmitted,
                PatientFellReported,
                ProcedureDiscontinued,
                SafetySignInCompleted,
                SafetySignOutCompleted,
                SafetyTimeOutCompleted,
                SiteMarked,
                StageOneCompleted,
                StageTwoCompleted,
                SuralNerveHarvested,
                VenousAnastomosisCompleted,
                WrongSiteEventReported {

    /** The surgical case that the fact belongs to. */
    String caseId();
}
