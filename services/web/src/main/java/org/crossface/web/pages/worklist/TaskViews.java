package org.crossface.web.pages.worklist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.crossface.coordination.worklist.Section;
import org.crossface.coordination.worklist.TaskLine;
import org.crossface.coordination.worklist.WorklistTask;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.aftercare.contact.RecordContactAttempt;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.followup.Kind;
import org.crossface.pathway.followup.Status;
import org.crossface.pathway.oversight.task.AcknowledgeEscalation;
import org.crossface.pathway.oversight.task.ClaimTask;
import org.crossface.pathway.oversight.task.ReassignTask;
import org.crossface.pathway.oversight.task.ReleaseTask;
import org.crossface.pathway.oversight.task.SnoozeTask;
import org.crossface.web.pages.Names;
import org.crossface.web.pages.SiteTimes;
import org.crossface.web.pages.StaffNames;
import org.jspecify.annotations.Nullable;

/** Puts tasks into words, for one user. */
final class TaskViews {

    private final TaskForms forms;
    private final SiteTimes times;
    private final StaffNames staff;
    private final CurrentActor actor;
    private final String back;
    private final Instant now;

    /**
     * @param back where forms return to
     * @param now instant of the list
     */
    TaskViews(TaskForms forms, SiteTimes times, StaffNames staff, CurrentActor actor, String back, Instant now) {
        this.forms = forms;
        this.times = times;
        this.staff = staff;
        this.actor = actor;
        this.back = back;
        this.now = now;
    }

    /** The view model of this task. */
    TaskView of(WorklistTask task) {
        TaskLine line = task.line();
        String pathway = task.pathwayId();
        List<CommandSpec> commands = forms.satisfying(line, actor.role());
        boolean concerned = line.concerns(actor.role());
        boolean mine = actor.id().equals(line.person());
        boolean told = line.told().stream().anyMatch(each -> each.role() == actor.role());
        Chip chip = chip(task);
        return new TaskView(
                "task-" + pathway + '-' + line.name().replace(' ', '-'),
                pathway,
                Names.FULL.ofFirst(task.familyName(), task.givenName(), task.erased()),
                task.number(),
                line.label(),
                chip.tone(),
                chip.icon(),
                chip.words(),
                when(task),
                detail(task),
                owner(line),
                main(pathway, line, commands),
                more(pathway, line, commands),
                line.name(),
                UUID.randomUUID().toString(),
                task.sequence(),
                concerned && line.person() == null ? forms.sentTo(pathway, ClaimTask.class) : null,
                mine ? forms.sentTo(pathway, ReleaseTask.class) : null,
                line.kind() == Kind.CONTACT && forms.allows(RecordContactAttempt.class, actor.role())
                        ? forms.sentTo(pathway, RecordContactAttempt.class)
                        : null,
                concerned ? forms.about(pathway, SnoozeTask.class, line, back) : null,
                concerned ? forms.about(pathway, ReassignTask.class, line, back) : null,
                told && task.status() == Status.ESCALATED && line.acknowledgedBy() == null
                        ? forms.about(pathway, AcknowledgeEscalation.class, line, back)
                        : null);
    }

    private record Chip(String tone, String icon, String words) {}

    private Chip chip(WorklistTask task) {
        TaskLine line = task.line();
        return switch (task.section()) {
            case LATE ->
                new Chip("late", task.status() == Status.ESCALATED ? "siren" : "alarm-clock", late(lateSince(line)));
            case DUE -> new Chip("risk", "clock", line.timed() ? "Due " + times.dateTime(line.dueAt()) : "Due");
            case UNDATED -> new Chip("risk", "circle-dashed", "To do");
            case PLANNED -> new Chip("plan", "calendar", times.date(line.dueAt()));
            case SNOOZED -> new Chip("hold", "alarm-clock", "Resting");
        };
    }

    private Instant lateSince(TaskLine line) {
        TaskLine.Told told = line.lastTold(now);
        Instant overdue = line.overdueAt();
        Instant due = line.dueAt();
        return due != null && !due.isAfter(now) ? due : overdue != null ? overdue : told != null ? told.at() : now;
    }

    private String late(Instant since) {
        Duration late = Duration.between(since, now);
        return SiteTimes.roughly(late) + " late";
    }

    private String when(WorklistTask task) {
        TaskLine line = task.line();
        Instant due = line.dueAt();
        if (task.section() == Section.SNOOZED) {
            return "until " + times.dateTime(task.restsUntil());
        }
        if (due == null) {
            return "no date";
        }
        if (due.isAfter(now)) {
            return line.timed() ? "in " + SiteTimes.roughly(Duration.between(now, due)) : ahead(due);
        }
        return "due " + (line.timed() ? times.dateTime(due) : times.date(due));
    }

    /** Of what is due on a day, however many hours that day is away. */
    private String ahead(Instant day) {
        long days = ChronoUnit.DAYS.between(times.today(), LocalDate.ofInstant(day, times.zone()));
        return days <= 1 ? "tomorrow" : "in " + days + " d";
    }

    private String detail(WorklistTask task) {
        List<String> words = new ArrayList<>();
        TaskLine.Told told = task.line().lastTold(now);
        if (told != null) {
            words.add(told.who() + " was told " + times.dateTime(told.at()));
        }
        String acknowledged = task.line().acknowledgedBy();
        if (acknowledged != null) {
            words.add(staff.name(acknowledged) + " has it in hand");
        }
        String snoozed = task.line().snoozedBy();
        if (task.section() == Section.SNOOZED && snoozed != null) {
            words.add("put off by " + staff.name(snoozed));
        }
        Instant opens = task.line().opensAt();
        if (opens != null && opens.isAfter(now)) {
            words.add("from " + times.date(opens));
        }
        return String.join(" · ", words);
    }

    private String owner(TaskLine line) {
        String person = line.person();
        return person == null ? line.owner().label() : person.equals(actor.id()) ? "You" : staff.name(person);
    }

    private TaskView.Link main(String pathway, TaskLine line, List<CommandSpec> commands) {
        if (commands.isEmpty()) {
            return new TaskView.Link("Patient", "The patient's page", "/pathways/" + pathway);
        }
        CommandSpec first = commands.getFirst();
        return new TaskView.Link(
                line.kind() == Kind.CONTACT ? "Call" : "Record", first.title(), forms.form(pathway, first, line, back));
    }

    private List<TaskView.Link> more(String pathway, TaskLine line, List<CommandSpec> commands) {
        return commands.stream()
                .skip(1)
                .map(spec -> new TaskView.Link(spec.title(), spec.title(), forms.form(pathway, spec, line, back)))
                .toList();
    }

    /** What was done, by whom. */
    String who(@Nullable String person) {
        return person == null ? "" : Objects.equals(person, actor.id()) ? "You" : staff.name(person);
    }
}
