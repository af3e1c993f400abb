package org.crossface.pathway.oversight.task;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crossface.pathway.followup.Kind;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.oversight.Handling;
import org.crossface.pathway.oversight.TaskFact;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.usecase.Condition;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.Verdict;

/** Rules of what people do about a task. Which tasks are open is the timetable's to say, at the time that the command gives. */
final class TaskRules {

    private static final String OPEN = "Only a task that is open can be taken on, given away, put off or acknowledged.";
    private static final String NO_ACTION = "No action is needed";

    /** How names of users are written; a name of a patient is none. */
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]*");

    private TaskRules() {}

    static final Condition SOMETHING_IS_OPEN = Condition.hard(
            "REF-TASK",
            OPEN,
            on -> Verdict.refusedIf(
                    openAt(on.state(), on.policy(), on.at().toInstant()).isEmpty(),
                    "",
                    "Nothing is to be done",
                    NO_ACTION));

    static final Check<TaskCommand> IT_IS_OPEN = Check.hard(
            "REF-TASK",
            OPEN,
            (state, command, given) -> Verdict.refusedIf(
                    find(state, command, given).isEmpty(),
                    "task",
                    "There is no such open task",
                    "Look at the list again: it was done or is no longer needed"));

    static final Check<TaskCommand> IT_CONCERNS_THE_ROLE = Check.hard(
            "SEQ-TASK",
            "A task is taken on, given away and put off by the role that does it and by those who are told of it.",
            (state, command, given) -> find(state, command, given)
                    .filter(task -> !task.concerned().contains(given.role()))
                    .map(task -> Verdict.refused(
                            "task",
                            "It is no task of the " + words(given.role()),
                            "It is one of the " + listed(task.concerned())))
                    .orElse(Verdict.ALLOWED));

    static final Check<ClaimTask> NOBODY_HAS_IT = Check.hard(
            "SEQ-CLAIM",
            "A task is taken on while nobody has it.",
            (state, command, given) -> find(state, command, given)
                    .flatMap(OpenTask::person)
                    .map(person -> person.equals(given.actorId())
                            ? Verdict.refused("task", "It is yours already", NO_ACTION)
                            : Verdict.refused(
                                    "task",
                                    person + " has it",
                                    "Agree with the colleague, and reassign it with a reason"))
                    .orElse(Verdict.ALLOWED));

    static final Check<ReleaseTask> IT_IS_RELEASED_BY_ITS_PERSON = Check.hard(
            "SEQ-CLAIM",
            "A task is given back by whoever has it.",
            (state, command, given) -> find(state, command, given)
                    .filter(task -> !task.person().equals(Optional.of(given.actorId())))
                    .map(task -> Verdict.refused(
                            "task",
                            task.person().map(person -> person + " has it").orElse("Nobody has it"),
                            task.person().isPresent() ? "Reassign it with a reason" : NO_ACTION))
                    .orElse(Verdict.ALLOWED));

    static final Check<SnoozeTask> RESTS_FOR_A_WHILE = Check.policy(
            "SEQ-SNOOZE",
            "A task rests for at most {snoozeMaxDays} days; one of safety, and one that is escalated, until its next moment.",
            (state, command, given) -> find(state, command, given)
                    .map(task -> resting(task, state, command, given))
                    .orElse(Verdict.ALLOWED));

    static final Check<ReassignTask> SOMEBODY_IS_NAMED = Check.hard(
            "SEQ-REASSIGN",
            "A task is given to another role, or to a person who does not have it.",
            (state, command, given) -> find(state, command, given)
                    .map(task -> handedOver(task, command))
                    .orElse(Verdict.ALLOWED));

    static final Check<AcknowledgeEscalation> IT_IS_ESCALATED = Check.hard(
            "SEQ-ESCALATION",
            "An escalation is acknowledged once, after somebody was told.",
            (state, command, given) -> find(state, command, given)
                    .map(task -> answered(task, command.occurredAt().toInstant()))
                    .orElse(Verdict.ALLOWED));

    static final Check<AcknowledgeEscalation> ITS_CLOCK_CAN_BE_STOPPED = Check.hard(
            "SEQ-ANSWER",
            "The clock of a red flag and of a flap emergency stops only when somebody who may act takes the patient over (T-30, T-33).",
            (state, command, given) -> Verdict.refusedIf(
                    find(state, command, given)
                            .filter(task -> task.timer().isAnsweredOnly())
                            .isPresent(),
                    "task",
                    "An acknowledgement does not stop this clock",
                    "Take over the red flag or the flap emergency"));

    static final Check<AcknowledgeEscalation> WHO_WAS_TOLD_ACKNOWLEDGES = Check.hard(
            "SEQ-ACKNOWLEDGE",
            "An escalation is acknowledged by the role that was told last, or by one further up.",
            (state, command, given) -> find(state, command, given)
                    .map(task -> mayAcknowledge(task, command.occurredAt().toInstant()))
                    .filter(roles -> !roles.isEmpty() && !roles.contains(given.role()))
                    .map(roles -> Verdict.refused(
                            "task",
                            "It is not told to the " + words(given.role()),
                            "It is acknowledged by the " + listed(roles)))
                    .orElse(Verdict.ALLOWED));

    /** Everybody but Crossface itself; whose task it is, is asked of the task. */
    static Role[] anybody() {
        return Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM).toArray(Role[]::new);
    }

    /** The task that the command names, if it is open at the time that the command gives. */
    static Optional<OpenTask> find(PathwayState state, TaskCommand command, Circumstances given) {
        return openAt(state, given.policy(), command.occurredAt().toInstant()).stream()
                .filter(task -> task.name().equals(command.task()))
                .findFirst();
    }

    /** How a command names the task that this fact is about. */
    static String nameOf(TaskFact fact) {
        return OpenTask.named(fact.timer(), fact.task());
    }

    private static List<OpenTask> openAt(PathwayState state, Policy policy, Instant at) {
        return Timetable.of(state, policy).at(at).stream()
                .filter(task -> task.timer().kind().asksForWork())
                .toList();
    }

    private static Set<Role> mayAcknowledge(OpenTask task, Instant at) {
        int told = task.toldUntil(at).size();
        return told == 0
                ? Set.of()
                : task.steps().subList(told - 1, task.steps().size()).stream()
                        .map(OpenTask.Told::role)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static Verdict answered(OpenTask task, Instant at) {
        if (task.toldUntil(at).isEmpty()) {
            return Verdict.refused("task", "Nobody had to be told of it yet", "Do the task, or take it on");
        }
        Handling.Acknowledged known = task.handling().acknowledged();
        return Verdict.refusedIf(
                known != null, "task", known == null ? "" : known.by() + " has it in hand", "Speak with the colleague");
    }

    private static Verdict handedOver(OpenTask task, ReassignTask command) {
        String person = command.person();
        if (command.role() == Role.SYSTEM) {
            return Verdict.refused("role", "Crossface does no task", "Choose a role that people have");
        }
        if (person != null && !USER.matcher(person).matches()) {
            return Verdict.refused("person", "That is no name of a user", "Give the name with which the user signs in");
        }
        return Verdict.refusedIf(
                isAsBefore(task, command),
                person == null ? "role" : "person",
                "That is whose task it is already",
                "Name another role or person");
    }

    private static boolean isAsBefore(OpenTask task, ReassignTask command) {
        boolean sameRole = command.role() == null || command.role() == task.owner();
        return sameRole && (command.person() == null || task.person().equals(Optional.of(command.person())));
    }

    private static Verdict resting(OpenTask task, PathwayState state, SnoozeTask command, Circumstances given) {
        Instant at = command.occurredAt().toInstant();
        Instant until = command.until().toInstant();
        if (!until.isAfter(at)) {
            return Verdict.refused("until", "The time is over", "Give a later time");
        }
        boolean escalated = !task.toldUntil(at).isEmpty();
        if (!escalated && task.timer().kind() != Kind.SAFETY) {
            Instant last = at.atZone(state.zoneAt(command.occurredAt()))
                    .plusDays(given.policy().of(Threshold.SNOOZE_MAX_DAYS))
                    .toInstant();
            return Verdict.refusedIf(
                    until.isAfter(last),
                    "until",
                    "It would rest until " + state.dayOf(command.until()),
                    "Let it rest for " + given.policy().of(Threshold.SNOOZE_MAX_DAYS) + " days at most");
        }
        String why = escalated ? "Somebody was told of it" : "It is a task of safety";
        return task.nextMoment(at)
                .map(next -> Verdict.refusedIf(
                        until.isAfter(next),
                        "until",
                        why + ", and its next moment is earlier",
                        "Let it rest until "
                                + next.atZone(state.zoneAt(command.occurredAt()))
                                        .toLocalDateTime() + " at most"))
                .orElse(Verdict.refused("until", why + ", and it has no later moment", "Do it, or reassign it"));
    }

    private static String listed(Collection<Role> roles) {
        return roles.stream().map(TaskRules::words).collect(Collectors.joining(" or the "));
    }

    private static String words(Role role) {
        return role.label().toLowerCase(Locale.ROOT);
    }
}
