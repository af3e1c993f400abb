package org.crossface.pathway.aftercare;

import org.crossface.pathway.PathwayEvent;

/** A fact after discharge: contacts, wounds, red flags, complications, surveillance. */
public sealed interface AftercareFact extends PathwayEvent
        permits ContactAttempted,
                DayOneCallCompleted,
                WoundAssessed,
                DonorSensationAssessed,
                RedFlagRaised,
                RedFlagAcknowledged,
                RedFlagResolved,
                InfectionDiagnosed,
                ComplicationRecorded,
                ComplicationRegraded,
                ComplicationResolved,
                EmergencyVisitReported,
                SurveillanceClosed {}
