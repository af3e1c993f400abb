package org.crossface.pathway.aftercare;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crossface.pathway.aftercare.events.AftercareFact;
import org.crossface.pathway.aftercare.events.ComplicationRecorded;
import org.crossface.pathway.aftercare.events.ComplicationRegraded;
import org.crossface.pathway.aftercare.events.ComplicationResolved;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.aftercare.events.DayOneCallCompleted;
import org.crossface.pathway.aftercare.events.DonorFaceAssessed;
import org.crossface.pathway.aftercare.events.DonorSensationAssessed;
import org.crossface.pathway.aftercare.events.EmergencyVisitReported;
import org.crossface.pathway.aftercare.events.InfectionDiagnosed;
import org.crossface.pathway.aftercare.events.RedFlagAcknowledged;
import org.crossface.pathway.aftercare.events.RedFlagRaised;
import org.crossface.pathway.aftercare.events.RedFlagResolved;
import org.crossface.pathway.aftercare.events.SurveillanceClosed;
import org.crossface.pathway.aftercare.events.SurveillanceReopened;
import org.crossface.pathway.aftercare.events.WoundAssessed;
import org.crossface.pathway.aftercare.events.WoundMaterialRemoved;
import org.crossface.pathway.aftercare.vocabulary.ClavienDindo;
import org.crossface.pathway.aftercare.vocabulary.ComplicationSite;
import org.crossface.pathway.aftercare.vocabulary.ComplicationType;
import org.crossface.pathway.aftercare.vocabulary.ContactChannel;
import org.crossface.pathway.aftercare.vocabulary.ContactOutcome;
import org.crossface.pathway.aftercare.vocabulary.RedFlag;
import org.crossface.pathway.aftercare.vocabulary.SurveillanceKind;
import org.crossface.pathway.vocabulary.Encounter;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Contacts, red flags, complications and surveillance after each stage.
 *
 * @param attempts contact attempts since the patient was last reached or seen
 * @param lastEncounterOn local date on which the patient was really seen last
 * @param openRedFlags raised and not yet resolved, by fact id
 * @param complications by fact id, in the order of recording
 * @param followUp the contacts and visits that took place, and the red flags with their answers
 */
public record AfterCare(
        List<ContactAttempted> attempts,
        @Nullable LocalDate lastEncounterOn,
        Map<String, RedFlag> openRedFlags,
        Map<String, Complication> complications,
        FollowUp followUp) {

    /**
     * A complication as it stands.
     *
     * @param recordedAt when it was found
     * @param caseId the operation that it belongs to; {@code null} when none was named
     * @param onsetOn day on which it began
     */
    public record Complication(
            ComplicationType type,
            ComplicationSite site,
            ClavienDindo grade,
            boolean open,
            OffsetDateTime recordedAt,
            LocalDate onsetOn,
            @Nullable String caseId) {

        Complication with(ClavienDindo changed) {
            return new Complication(type, site, changed, open, recordedAt, onsetOn, caseId);
        }

        Complication resolved() {
            return new Complication(type, site, grade, false, recordedAt, onsetOn, caseId);
        }
    }

    /** Before anything happened. */
    public static AfterCare none() {
        return new AfterCare(List.of(), null, Map.of(), Map.of(), FollowUp.none());
    }

    /** An attempt to reach the patient. */
    public record Attempt(OffsetDateTime at, ContactChannel channel, ContactOutcome outcome) {}

    /** The attempts from this time on since the patient was last reached or seen, in the order of recording. */
    public List<Attempt> attemptsSince(OffsetDateTime from) {
        return attempts.stream()
                .filter(each -> !each.occurredAt().isBefore(from))
                .map(each -> new Attempt(each.occurredAt(), each.channel(), each.outcome()))
                .toList();
    }

    /** Whether a complication is not yet resolved. */
    public boolean hasOpenComplication() {
        return complications.values().stream().anyMatch(Complication::open);
    }

    /**
     * Whether a surveillance of an operation is closed and not open again; that of an earlier operation of the stage is another one.
     *
     * @param operatedOn day of the operation
     */
    public boolean isClosed(Stage stage, SurveillanceKind kind, LocalDate operatedOn) {
        return followUp.surveillances().stream()
                .filter(each -> each.stage() == stage && each.kind() == kind && !each.reopened())
                .anyMatch(each -> each.at().toLocalDate().isAfter(operatedOn));
    }

    /**
     * The state after this fact; facts that do not concern it leave it as it is.
     *
     * @param dayOf the day of a time at the surgery centre
     */
    public AfterCare evolve(PathwayEvent event, Function<OffsetDateTime, LocalDate> dayOf) {
        AfterCare next = event instanceof AftercareFact fact ? after(fact).with(followUp.evolve(fact)) : this;
        return event instanceof Encounter ? next.seen(dayOf.apply(event.occurredAt())) : next;
    }

    private AfterCare after(AftercareFact fact) {
        return switch (fact) {
            case ContactAttempted attempt ->
                attempt.outcome() == ContactOutcome.REACHED ? with(List.of()) : with(and(attempt));
            case DayOneCallCompleted call -> with(List.of());
            case RedFlagRaised raised -> withFlags(put(openRedFlags, raised.factId(), raised.flag()));
            case RedFlagResolved resolved -> withFlags(without(openRedFlags, resolved.flagId()));
            case ComplicationRecorded recorded ->
                withComplication(
                        recorded.factId(),
                        new Complication(
                                recorded.type(),
                                recorded.site(),
                                recorded.grade(),
                                true,
                                recorded.occurredAt(),
                                recorded.onsetOn(),
                                recorded.operatingCaseId()));
            case ComplicationRegraded regraded -> regraded(regraded.complicationId(), regraded.grade());
            case ComplicationResolved resolved -> resolved(resolved.complicationId());
            case SurveillanceClosed surveillance -> this;
            case SurveillanceReopened again -> this;
            case WoundAssessed wound -> this;
            case DonorSensationAssessed sensation -> this;
            case DonorFaceAssessed face -> this;
            case WoundMaterialRemoved removed -> this;
            case RedFlagAcknowledged acknowledged -> this;
            case InfectionDiagnosed infection -> this;
            case EmergencyVisitReported visit -> this;
        };
    }

    private AfterCare seen(LocalDate on) {
        boolean later = lastEncounterOn == null || on.isAfter(lastEncounterOn);
        return later || !attempts.isEmpty()
                ? new AfterCare(List.of(), later ? on : lastEncounterOn, openRedFlags, complications, followUp)
                : this;
    }

    private List<ContactAttempted> and(ContactAttempted attempt) {
        return Stream.concat(attempts.stream(), Stream.of(attempt)).toList();
    }

    private AfterCare with(FollowUp next) {
        return new AfterCare(attempts, lastEncounterOn, openRedFlags, complications, next);
    }

    private AfterCare with(List<ContactAttempted> next) {
        return new AfterCare(next, lastEncounterOn, openRedFlags, complications, followUp);
    }

    private AfterCare withFlags(Map<String, RedFlag> next) {
        return new AfterCare(attempts, lastEncounterOn, next, complications, followUp);
    }

    private AfterCare withComplication(String id, Complication complication) {
        return new AfterCare(attempts, lastEncounterOn, openRedFlags, put(complications, id, complication), followUp);
    }

    private AfterCare regraded(String id, ClavienDindo grade) {
        Complication known = complications.get(id);
        return known == null ? this : withComplication(id, known.with(grade));
    }

    private AfterCare resolved(String id) {
        Complication known = complications.get(id);
        return known == null ? this : withComplication(id, known.resolved());
    }

    private static <V> Map<String, V> put(Map<String, V> map, String key, V value) {
        Map<String, V> next = new LinkedHashMap<>(map);
        next.put(key, value);
        return Collections.unmodifiableMap(next);
    }

    private static <V> Map<String, V> without(Map<String, V> map, String key) {
        Map<String, V> next = new LinkedHashMap<>(map);
        next.remove(key);
        return Collections.unmodifiableMap(next);
    }
}
