package org.crossface.pathway.intake;

import org.crossface.pathway.vocabulary.PathwayEvent;

/** A fact of the intake. */
public sealed interface IntakeFact extends PathwayEvent
        permits PatientReferred,
                PathwayAssignedToPerson,
                ReferralDocumentReceived,
                ReferralDeclined,
                ReferralExpired,
                LodgingRecorded {}
