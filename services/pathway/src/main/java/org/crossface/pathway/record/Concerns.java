package org.crossface.pathway.record;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crossface.pathway.consent.ConsentRevoked;
import org.crossface.pathway.consent.EmergencyConsentDeclared;
import org.crossface.pathway.oversight.ConcernKind;
import org.crossface.pathway.oversight.ConcernRaised;
import org.crossface.pathway.recovery.events.LeftAgainstMedicalAdvice;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.events.ChecklistDeviationReported;
import org.crossface.pathway.surgery.events.SafetySignOutCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.WrongSiteEventReported;
import org.crossface.pathway.surgery.vocabulary.CountResult;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/** Which facts have to be looked into: each raises an alert and opens a task (exception paths of the clinical reference 2.6, A-03). */
public final class Concerns {

    private static final List<Role> ALERTED = List.of(Role.SURGEON, Role.QUALITY_AUDITOR);

    private Concerns() {}

    /** The concerns that a fact raises, in the order in which they have to be recorded. */
    static List<PathwayEvent> following(PathwayEvent event, PathwayState after, Circumstances given) {
        return kinds(event, after)
                .<PathwayEvent>map(kind -> new ConcernRaised(
                        event.pathwayId(),
                        given.ids().next(),
                        event.occurredAt(),
                        kind,
                        caseOf(event, after),
                        event.factId(),
                        null,
                        null,
                        ALERTED))
                .toList();
    }

    /** What is to be looked into after a step was stopped. */
    public static ConcernRaised nearMiss(
            String pathwayId,
            OffsetDateTime at,
            @Nullable String caseId,
            String rule,
            String command,
            Circumstances given) {
        return new ConcernRaised(
                pathwayId, given.ids().next(), at, ConcernKind.NEAR_MISS, caseId, null, rule, command, ALERTED);
    }

    private static Stream<ConcernKind> kinds(PathwayEvent event, PathwayState after) {
        return switch (event) {
            case WrongSiteEventReported e ->
                e.disclosedToPatient()
                        ? Stream.of(ConcernKind.NEVER_EVENT)
                        : Stream.of(ConcernKind.NEVER_EVENT, ConcernKind.DISCLOSURE);
            case ChecklistDeviationReported e -> Stream.of(ConcernKind.CHECKLIST_DEVIATION);
            case SafetySignOutCompleted e
            when e.counts() == CountResult.UNRESOLVED -> Stream.of(ConcernKind.COUNTS_UNRESOLVED);
            case EmergencyConsentDeclared e -> Stream.of(ConcernKind.EMERGENCY_CONSENT);
            case ConsentRevoked e
            when underAnesthesia(e, after).isPresent() ->
                Stream.of(ConcernKind.CONSENT_REVOKED, ConcernKind.CONSENT_REVOKED_REVIEW);
            case StageTwoCompleted e when e.deviation() != null -> Stream.of(ConcernKind.COMPLETED_WITH_DEVIATION);
            case LeftAgainstMedicalAdvice e -> Stream.of(ConcernKind.LEFT_AGAINST_ADVICE);
            default -> Stream.empty();
        };
    }

    private static @Nullable String caseOf(PathwayEvent event, PathwayState after) {
        return switch (event) {
            case WrongSiteEventReported e -> e.caseId();
            case ChecklistDeviationReported e -> e.caseId();
            case SafetySignOutCompleted e -> e.caseId();
            case EmergencyConsentDeclared e -> e.caseId();
            case StageTwoCompleted e -> e.caseId();
            case LeftAgainstMedicalAdvice e -> e.caseId();
            case ConsentRevoked e -> underAnesthesia(e, after).orElse(null);
            default -> null;
        };
    }

    /** The operation of a consent whose patient is under anesthesia. */
    private static Optional<String> underAnesthesia(ConsentRevoked revoked, PathwayState state) {
        return switch (revoked.type()) {
            case SURGICAL, ANESTHESIA ->
                state.schedule().cases().reversed().stream()
                        .filter(each -> each.stage() == revoked.stage() && !each.cancelled())
                        .map(SurgicalCase::caseId)
                        .filter(caseId -> state.operations().of(caseId).isUnderAnesthesia())
                        .findFirst();
            case PHOTO, RESEARCH, MARKETING, COMMUNICATION -> Optional.empty();
        };
    }
}
