package org.crossface.pathway.followup;

import static org.crossface.pathway.followup.Ladders.told;
import static org.crossface.pathway.followup.Offset.START;
import static org.crossface.pathway.policy.Threshold.LOST_DAYS;
import static org.crossface.pathway.policy.Threshold.T54_LETTER_DAYS;
import static org.crossface.pathway.policy.Threshold.T54_SECOND_DAYS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.crossface.pathway.aftercare.events.ContactAttempted;
import org.crossface.pathway.aftercare.vocabulary.ContactChannel;
import org.crossface.pathway.correspondence.MessageKind;
import org.crossface.platform.api.Role;

/**
 * The track towards a loss (T-54): it starts when a visit becomes overdue, so it follows from the other tasks. It is gone with the visit that takes
 * place, and with the patient who is seen or reached.
 */
final class LossTimers {

    private static final String STARTS = "a visit that has become overdue";
    private static final String UNTIL = "the attempt, or the patient is seen or reached";

    /** The visits that a patient can miss. */
    private static final Set<String> VISITS = Set.of(
            "T-18", "T-20", "T-21", "T-22", "T-23", "T-24", "T-34", "T-41", "T-48", "T-49", "T-50", "T-51", "T-52");

    static final Timer FIRST_ATTEMPT = track("Reach a patient who missed a visit", START);
    static final Timer SECOND_ATTEMPT = track("Reach a patient who missed a visit, again", START.plus(T54_SECOND_DAYS));
    static final Timer LETTER = declared("Write to a patient who missed a visit", START.plus(T54_LETTER_DAYS))
            .sends(MessageKind.VISIT_MISSED)
            .made();

    static final Timer DECLARATION = Timer.of("T-54", "Declare lost or go on")
            .per(Per.VISIT, Role.SURGICAL_COORDINATOR)
            .starts(STARTS)
            .until("the patient is seen or reached, or is declared lost")
            .due(START.plus(LOST_DAYS))
            .made();

    static final List<Timer> ALL = List.of(FIRST_ATTEMPT, SECOND_ATTEMPT, LETTER, DECLARATION);

    private LossTimers() {}

    private static Timer track(String name, Offset due) {
        return declared(name, due).made();
    }

    private static Timer.Declaration declared(String name, Offset due) {
        return Timer.of("T-54", name)
                .per(Per.VISIT, Role.SURGICAL_COORDINATOR)
                .kind(Kind.CONTACT)
                .starts(STARTS)
                .until(UNTIL)
                .due(due)
                .overdue(START.plus(LOST_DAYS))
                .escalates(told(Role.SURGICAL_COORDINATOR));
    }

    /** The tasks that follow from these others. A patient who was seen since a visit fell due is not lost, whatever is left undone. */
    static List<OpenTask> tasks(List<OpenTask> others, Given given) {
        LocalDate seen = given.state().afterCare().lastEncounterOn();
        Optional<Instant> missed = others.stream()
                .filter(task -> VISITS.contains(task.code()))
                .filter(task ->
                        seen == null || (task.due() != null && task.due().day().isAfter(seen)))
                .flatMap(task -> Stream.ofNullable(task.overdue()))
                .map(Moment::at)
                .min(Comparator.naturalOrder());
        return missed.filter(since -> DECLARATION.lasts().in(given.state().phase()))
                .map(since -> tasks(since, given))
                .orElse(List.of());
    }

    private static List<OpenTask> tasks(Instant since, Given given) {
        List<ContactAttempted> attempts = given.state().afterCare().attempts().stream()
                .filter(attempt -> !attempt.occurredAt().toInstant().isBefore(since))
                .toList();
        long spoken = attempts.stream()
                .filter(attempt -> attempt.channel() != ContactChannel.LETTER)
                .count();
        List<Timer> open = new ArrayList<>();
        if (spoken == 0) {
            open.add(FIRST_ATTEMPT);
        }
        if (spoken <= 1) {
            open.add(SECOND_ATTEMPT);
        }
        if (spoken == attempts.size()) {
            open.add(LETTER);
        }
        open.add(DECLARATION);
        return open.stream()
                .map(timer -> Timetable.task(timer, Cycle.at(keyOf(timer, since), since), given)
                        .startingAt(since))
                .toList();
    }

    /** Which step of which loss. */
    private static String keyOf(Timer timer, Instant since) {
        return since + " " + (ALL.indexOf(timer) + 1);
    }
}
