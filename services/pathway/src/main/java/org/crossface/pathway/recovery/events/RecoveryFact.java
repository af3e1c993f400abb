package org.crossface.pathway.recovery.events;

import org.crossface.pathway.vocabulary.PathwayEvent;

/** A fact of the recovery and the discharge. */
public sealed interface RecoveryFact extends PathwayEvent
        permits FlapCompromiseAcknowledged,
                FlapCompromiseConfirmed,
                FlapCompromiseRuledOut,
                FlapSalvaged,
                FlapLost,
                ReturnedToTheatre,
                AftercareAdmitted,
                AftercareDischarged,
                AldreteScored,
                AnesthesiaRecoveryEvaluated,
                DischargeInstructionsGiven,
                DischargeOrderSigned,
                EscortArrived,
                EscortExempted,
                ExtendedRecoveryEnded,
                ExtendedRecoveryStarted,
                FlapChecked,
                FlapCompromiseSuspected,
                FlapMonitoringPlanned,
                HospitalDischarged,
                LeftAgainstMedicalAdvice,
                PadssScored,
                PainScored,
                PatientDischarged,
                PhaseTwoEntered,
                RecoveryAdmitted,
                SameDayDischargeFailed,
                UnplannedTransferOccurred {

    /** The surgical case that the fact belongs to. */
    String caseId();
}
