package org.crossface.coordination.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.crossface.coordination.projection.Document;
import org.crossface.coordination.projection.Rows;
import org.crossface.coordination.story.EventWords;
import org.crossface.coordination.views.PathwayUpdate;
import org.crossface.coordination.views.View;
import org.crossface.pathway.authority.UseCases;
import org.crossface.pathway.followup.Kind;
import org.crossface.pathway.followup.Moment;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.oversight.Handling;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.jspecify.annotations.Nullable;

/**
 * The worklist: one row for each open task with its moments, and one for each fact that satisfied timers. Where a task stands at an instant
 * is asked in the query, with the same comparisons as {@link OpenTask#at}, so that a list is right at every instant without a job.
 */
public final class WorklistView implements View {

    /** For a moment that cannot come. */
    private static final String NEVER = "infinity";

    /** For a moment that has always been. */
    private static final String ALWAYS = "-infinity";

    private static final Map<Class<?>, Set<String>> ANSWERED = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "worklist";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public boolean showsNames() {
        return true;
    }

    @Override
    public void write(Rows rows, PathwayUpdate update) {
        PathwayState state = update.state();
        List<OpenTask> open = Timetable.of(state, update.policy()).work();
        rows.row("pathway", "pathway_id")
                .set("pathway_id", update.pathwayId())
                .set("patient_id", state.intake().personId())
                .set("number", state.intake().number())
                .set("site_id", state.intake().siteId())
                .set("position", update.position())
                .write();
        open.forEach(task -> write(rows, update, task));
        // Every open task is written anew, so that an older row is of a task that is done; or of an event that was
        // delivered once more.
        rows.afterwards(
                "DELETE FROM " + rows.table("task") + " t USING " + rows.table("pathway")
                        + " p WHERE p.pathway_id = ? AND t.pathway_id = p.pathway_id AND t.position < p.position",
                update.pathwayId());
        done(rows, update);
    }

    private static String id(PathwayUpdate update, OpenTask task) {
        return update.pathwayId() + '/' + task.name();
    }

    private static void write(Rows rows, PathwayUpdate update, OpenTask task) {
        PathwayState state = update.state();
        Instant overdue = instant(task.overdue());
        Instant escalated =
                task.steps().stream().map(OpenTask.Told::at).findFirst().orElse(null);
        rows.row("task", "task_id")
                .set("task_id", id(update, task))
                .set("pathway_id", update.pathwayId())
                .set("task", task.name())
                .set("patient_id", state.intake().personId())
                .set("number", state.intake().number())
                .set("site_id", state.intake().siteId())
                .set("code", task.code())
                .set("kind", task.timer().kind())
                .set("rank", task.timer().kind() == Kind.SAFETY ? 0 : 1)
                .set("owner", task.owner())
                .set("person", task.person().orElse(null))
                .texts("surgeon_ids", surgeons(state))
                .set("starts_at", or(task.startsAt(), ALWAYS))
                .set("ends_at", or(task.endsAt(), NEVER))
                .set("due_at", or(instant(task.due()), ALWAYS))
                .set("overdue_at", or(overdue, NEVER))
                .set("escalated_at", or(escalated, NEVER))
                .set("late_at", or(earlier(overdue, escalated), NEVER))
                .set("rests_until", or(restsUntil(task), ALWAYS))
                .json("line", Document.of(TaskLine.of(task)))
                .set("sequence", update.sequence())
                .set("position", update.position())
                .write();
    }

    private static Object or(@Nullable Instant instant, String otherwise) {
        return instant == null ? otherwise : instant;
    }

    private static @Nullable Instant instant(@Nullable Moment moment) {
        return moment == null ? null : moment.at();
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(Stream.ofNullable(one), Stream.ofNullable(other))
                .flatMap(each -> each)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** A task that rests wakes at the time that was given, or when somebody else is told of it meanwhile. */
    private static @Nullable Instant restsUntil(OpenTask task) {
        Handling.Snoozed snoozed = task.handling().snoozed();
        return snoozed == null
                ? null
                : task.steps().stream()
                        .map(OpenTask.Told::at)
                        .filter(told -> told.isAfter(snoozed.since()) && told.isBefore(snoozed.until()))
                        .findFirst()
                        .orElse(snoozed.until());
    }

    private static List<String> surgeons(PathwayState state) {
        List<SurgicalCase> cases = state.schedule().cases();
        return cases.isEmpty() ? List.of() : cases.getLast().surgeonIds();
    }

    private static void done(Rows rows, PathwayUpdate update) {
        for (PathwayUpdate.Fact fact : update.facts()) {
            done(rows, fact);
            if (fact.event() instanceof RecordRetracted retracted) {
                rows.afterwards(
                        "UPDATE " + rows.table("done") + " SET taken_back = true WHERE pathway_id = ? AND fact_id = ?",
                        update.pathwayId(),
                        retracted.targetFactId());
            }
        }
    }

    private static void done(Rows rows, PathwayUpdate.Fact fact) {
        PathwayEvent event = fact.event();
        Set<String> codes = answered(event.getClass());
        if (!codes.isEmpty()) {
            rows.row("done", "pathway_id", "sequence")
                    .set("pathway_id", event.pathwayId())
                    .set("sequence", fact.recorded().sequence())
                    .set("fact_id", event.factId())
                    .set("recorded_at", fact.recorded().recordedAt())
                    .set("actor", fact.recorded().actor())
                    .set("role", fact.recorded().role())
                    .set("title", EventWords.title(event))
                    .texts("codes", List.copyOf(codes))
                    .set("position", fact.recorded().position())
                    .write();
        }
    }

    /** The timers that the command behind this event satisfies. */
    static Set<String> answered(Class<? extends PathwayEvent> event) {
        return ANSWERED.computeIfAbsent(
                event,
                type -> UseCases.RECORDINGS
                        .recorderOf(event)
                        .<Set<String>>map(useCase -> new TreeSet<>(useCase.answers()))
                        .orElse(Set.of()));
    }
}
