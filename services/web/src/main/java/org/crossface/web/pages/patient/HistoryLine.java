package org.crossface.web.pages.patient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crossface.coordination.record.RecordedFact;
import org.crossface.coordination.story.EventWords;
import org.crossface.coordination.story.Wording;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.oversight.ContradictionEnded;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.oversight.EscalationAcknowledged;
import org.crossface.pathway.oversight.FactContradicted;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.oversight.TaskFact;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.recovery.events.FlapChecked;
import org.crossface.pathway.recovery.events.PainScored;
import org.crossface.pathway.rehabilitation.events.HomeProgrammeAdherenceReported;
import org.crossface.pathway.rehabilitation.events.TherapySessionAttended;
import org.crossface.pathway.rehabilitation.events.TherapySessionMissed;
import org.crossface.pathway.state.EffectiveFacts;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.jspecify.annotations.Nullable;

/**
 * One fact in the history, newest first.
 *
 * @param recordedLate the time of recording when that was on another day; {@code null} otherwise
 * @param supersededAt when a correction or retraction was recorded; {@code null} while it stands
 * @param routine whether the fact is a recurring one, such as a therapy session
 * @param corrects whether the fact is a correction or retraction, or the target of one
 */
record HistoryLine(
        String factId,
        Instant occurredAt,
        @Nullable Instant recordedLate,
        String icon,
        String tone,
        String title,
        String detail,
        String who,
        String reason,
        @Nullable Instant supersededAt,
        boolean routine,
        boolean corrects) {

    static List<HistoryLine> of(PatientFile file, Staff staff, Policy policy) {
        List<RecordedFact> facts = file.pathway().facts();
        Map<String, RecordedFact> byId = new HashMap<>();
        Map<String, Instant> superseded = new HashMap<>();
        for (RecordedFact each : facts) {
            byId.put(each.fact().factId(), each);
            switch (each.fact()) {
                case RecordCorrected corrected -> superseded.put(corrected.targetFactId(), each.recordedAt());
                case RecordRetracted retracted -> superseded.put(retracted.targetFactId(), each.recordedAt());
                default -> {}
            }
        }
        Map<String, PathwayEvent> computed = new HashMap<>();
        EffectiveFacts.computed(facts.stream().map(RecordedFact::fact).toList())
                .forEach(fact -> computed.put(fact.factId(), fact));
        List<HistoryLine> lines = new ArrayList<>(facts.stream()
                .map(each -> line(each, byId, computed, superseded, staff, policy))
                .toList());
        return lines.reversed().stream()
                .sorted(Comparator.comparing(HistoryLine::occurredAt).reversed())
                .toList();
    }

    private static HistoryLine line(
            RecordedFact recorded,
            Map<String, RecordedFact> byId,
            Map<String, PathwayEvent> computed,
            Map<String, Instant> superseded,
            Staff staff,
            Policy policy) {
        PathwayEvent fact = recorded.fact();
        String area = recorded.name().substring(0, recorded.name().indexOf('.'));
        Instant occurred = fact.occurredAt().toInstant();
        boolean late = recorded.recordedAt().isAfter(occurred.plus(policy.durationOf(Threshold.LATE_ENTRY_HOURS)));
        String who = staff.name(recorded.actor()) + ", " + Staff.role(recorded.role());
        Amended amended = amended(fact, byId);
        return new HistoryLine(
                fact.factId(),
                occurred,
                late ? recorded.recordedAt() : null,
                amended == null ? icon(area) : "pencil-line",
                amended == null ? tone(area) : "hold",
                amended == null ? EventWords.title(fact) : amended.title(),
                amended == null
                        // what follows from a corrected fact is shown as it follows; the corrected one as it was
                        // recorded
                        ? EventWords.detail(
                                superseded.containsKey(fact.factId())
                                        ? fact
                                        : computed.getOrDefault(fact.factId(), fact))
                        : amended.detail(),
                who,
                amended == null ? "" : amended.reason(),
                superseded.get(fact.factId()),
                isRoutine(fact),
                amended != null || superseded.containsKey(fact.factId()));
    }

    /** Who takes on which task concerns the work and not the patient; that an escalation is in hand is part of the story. */
    private static boolean isRoutine(PathwayEvent fact) {
        return fact instanceof TherapySessionAttended
                || fact instanceof TherapySessionMissed
                || fact instanceof HomeProgrammeAdherenceReported
                || fact instanceof FlapChecked
                || fact instanceof PainScored
                || fact instanceof ContactAttempted
                || (fact instanceof TaskFact && !(fact instanceof EscalationAcknowledged));
    }

    private record Amended(String title, String detail, String reason) {}

    private static @Nullable Amended amended(PathwayEvent fact, Map<String, RecordedFact> byId) {
        return switch (fact) {
            case RecordCorrected corrected ->
                new Amended(
                        "Corrected: " + target(corrected.targetFactId(), byId),
                        corrected.fields().stream().map(HistoryLine::change).collect(Collectors.joining(", ")),
                        "" + corrected.reason());
            case RecordRetracted retracted ->
                new Amended("Taken back: " + target(retracted.targetFactId(), byId), "", "" + retracted.reason());
            case FactContradicted contradicted ->
                new Amended(
                        "Contradicted: " + target(contradicted.contradictedFactId(), byId),
                        contradicted.invariantId()
                                + (contradicted.finding() == null ? "" : ", " + contradicted.finding()),
                        "");
            case ContradictionEnded ended ->
                new Amended(
                        "Contradiction ended",
                        Wording.words(ended.ending()),
                        ended.reason() == null ? "" : ended.reason());
            default -> null;
        };
    }

    private static String change(CorrectedField field) {
        return field.name() + " is " + field.value();
    }

    private static String target(String factId, Map<String, RecordedFact> byId) {
        RecordedFact target = byId.get(factId);
        return target == null ? "an entry" : EventWords.title(target.fact());
    }

    /** Display name of the area of an event. */
    static String areaWords(String area) {
        return switch (area) {
            case "aftercare" -> "After-care";
            default -> Wording.capital(area);
        };
    }

    static String icon(String area) {
        return switch (area) {
            case "intake" -> "log-in";
            case "evaluation" -> "clipboard-list";
            case "planning" -> "list-checks";
            case "consent" -> "file-check";
            case "scheduling" -> "calendar";
            case "surgery" -> "heart-pulse";
            case "recovery" -> "bed";
            case "aftercare" -> "phone-call";
            case "neurotization" -> "timer";
            case "rehabilitation" -> "activity";
            default -> "flag";
        };
    }

    private static String tone(String area) {
        return switch (area) {
            case "surgery", "recovery" -> "done";
            case "oversight" -> "hold";
            default -> "active";
        };
    }
}
