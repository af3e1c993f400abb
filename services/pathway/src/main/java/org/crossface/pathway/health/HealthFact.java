package org.crossface.pathway.health;

import org.crossface.pathway.vocabulary.PathwayEvent;

/** A fact about what is true of the patient beside the paralysis. */
public sealed interface HealthFact extends PathwayEvent
        permits AllergiesListed,
                MedicationListed,
                MedicationReconciled,
                MoodScreened,
                MoodFollowedUp,
                Glp1UseRecorded,
                Glp1RiskDecided,
                ThrombosisRiskAssessed,
                NauseaRiskAssessed,
                UnrelatedOperationRecorded {}
