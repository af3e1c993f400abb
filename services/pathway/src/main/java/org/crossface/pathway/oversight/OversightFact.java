package org.crossface.pathway.oversight;

import org.crossface.pathway.vocabulary.PathwayEvent;

/** A fact that stands over the phases: overrides, holds, ends, corrections. */
public sealed interface OversightFact extends PathwayEvent
        permits RuleOverridden,
                OverrideUsed,
                OverrideReviewed,
                SecondPersonConfirmed,
                LateEntryExplained,
                PathwayPutOnHold,
                PathwayResumed,
                PatientWithdrew,
                CareTransferred,
                LostToFollowUpDeclared,
                PatientReturned,
                PatientDied,
                RecordCorrected,
                FactContradicted,
                ContradictionEnded,
                ConcernRaised,
                ConcernClosed,
                TaskOverdue,
                TaskEscalated,
                TaskFact,
                RecordRetracted {}
