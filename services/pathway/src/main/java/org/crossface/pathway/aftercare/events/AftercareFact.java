package org.crossface.pathway.aftercare.events;

import org.crossface.pathway.vocabulary.PathwayEvent;

/** A fact after discharge: contacts, wounds, red flags, complications, surveillance. */
public sealed interface AftercareFact extends PathwayEvent
        permits ContactAttempted,
                DayOneCallCompleted,
                WoundAssessed,
                DonorSensationAssessed,
                DonorFaceAssessed,
                WoundMaterialRemoved,
                RedFlagRaised,
                RedFlagAcknowledged,
                RedFlagResolved,
                InfectionDiagnosed,
                ComplicationRecorded,
                ComplicationRegraded,
                ComplicationResolved,
                EmergencyVisitReported,
                SurveillanceClosed,
                SurveillanceReopened {}
