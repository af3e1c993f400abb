package org.crossface.pathway.scheduling.events;

import org.crossface.pathway.vocabulary.PathwayEvent;

/** A fact of readiness for an operation and of its case in the schedule. */
public sealed interface SchedulingFact extends PathwayEvent
        permits AnesthesiaAssessed,
                PreOpItemRecorded,
                EscortNamed,
                EscortWithdrawn,
                EscortReconfirmed,
                PreOpCallCompleted,
                AftercareBedReserved,
                AftercareBedReleased,
                PreOpClearanceGranted,
                PreOpClearanceWithheld,
                PreOpClearanceExpired,
                AuthorizationObtained,
                AuthorizationDenied,
                EquipmentReserved,
                SurgeryScheduled,
                SurgeryRescheduled,
                SurgeryCancelled {}
