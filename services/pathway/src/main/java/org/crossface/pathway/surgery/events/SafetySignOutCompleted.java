package org.crossface.pathway.surgery.events;

import java.time.OffsetDateTime;
import java.util.List;
import org.crossface.pathway.surgery.vocabulary.CountResult;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.platform.api.EventName;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * The sign-out was completed; with unresolved counts it has to be completed again.
 *
 * @param specimens each specimen as its label says; {@code null} when they were not named
 */
@EventName(
        value = "surgery.safety-sign-out-completed",
        revision = 3,
        upcasters = {SignOutWithCountResult.class, SignOutWithSpecimens.class})
public record SafetySignOutCompleted(
        @Harmless String pathwayId,
        @Harmless String factId,
        OffsetDateTime occurredAt,
        @Harmless String caseId,
        boolean procedureRecorded,
        CountResult counts,
        boolean specimensLabelled,
        @Personal @Nullable String equipmentProblems,
        @Personal @Nullable String recoveryConcerns,
        List<Role> participants,
        @Personal @Nullable String exceptions,
        @Personal @Nullable List<String> specimens)
        implements SurgeryFact, ConcernsCase, Encounter {}
