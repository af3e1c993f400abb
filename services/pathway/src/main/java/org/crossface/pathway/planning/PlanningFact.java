package org.crossface.pathway.planning;

import org.crossface.pathway.vocabulary.PathwayEvent;

/** A fact of candidacy and plan. */
public sealed interface PlanningFact extends PathwayEvent
        permits CandidacyApproved, CandidacyDeferred, CandidacyDeclined, TreatmentPlanSelected, TreatmentPlanRevised {}
