package org.crossface.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crossface.coordination.worklist.Section;
import org.crossface.coordination.worklist.TaskLine;
import org.crossface.coordination.worklist.Worklist;
import org.crossface.coordination.worklist.WorklistFilter;
import org.crossface.coordination.worklist.WorklistTask;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.followup.Kind;
import org.crossface.pathway.followup.Status;
import org.crossface.platform.api.Role;
import org.crossface.web.api.paging.Page;
import org.crossface.web.api.paging.Page.Part;
import org.crossface.web.command.CommandRequest;
import org.crossface.web.problem.RequestFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What has to be done for the patients of the reader's sites, by urgency. */
@RestController
class WorklistController {

    private final Worklist worklist;
    private final ReadGate gate;
    private final Clock clock;

    WorklistController(Worklist worklist, ReadGate gate, Clock clock) {
        this.worklist = worklist;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * A part of the worklist.
     *
     * @param asOf the instant at which its tasks stand as they do; that of the first page on every further one
     * @param counts of all tasks that the filter lets pass, whatever their state
     */
    @Schema(name = "Worklist")
    record Answer(Instant asOf, Counts counts, List<Task> tasks) {}

    /** How many tasks there are. */
    @Schema(name = "WorklistCounts")
    record Counts(
            @Schema(description = "Overdue or escalated") int late,

            @Schema(description = "To be done now") int due,

            @Schema(description = "To be done, and nothing sets a date")
            int undated,

            @Schema(description = "Due later") int planned,

            @Schema(description = "Put off by somebody, until a time")
            int snoozed) {

        static Counts of(Map<Section, Integer> counts) {
            return new Counts(
                    counts.getOrDefault(Section.LATE, 0),
                    counts.getOrDefault(Section.DUE, 0),
                    counts.getOrDefault(Section.UNDATED, 0),
                    counts.getOrDefault(Section.PLANNED, 0),
                    counts.getOrDefault(Section.SNOOZED, 0));
        }
    }

    /** An open task. */
    @Schema(name = "WorklistTask")
    record Task(
            String pathwayId,

            @Schema(description = "Names it in commands about it, such as T-14 case-1")
            String task,

            @Schema(description = "Row of the clinical reference")
            String timer,

            String label,
            Kind kind,
            String number,
            String patientId,
            @Nullable String familyName,
            @Nullable String givenName,
            String siteId,
            List<String> surgeonIds,

            @Schema(description = "Role of whoever does it") Role role,

            @Schema(description = "Identifier of the user who does it; absent while anybody of the role may") @Nullable
            String person,

            Status state,
            @Nullable Instant opensAt,
            @Nullable Instant dueAt,
            @Nullable Instant overdueAt,

            @Schema(description = "When it is over by itself; absent when only a fact ends it") @Nullable
            Instant endsAt,

            @Schema(description = "Until when it rests; absent when it does not") @Nullable
            Instant restsUntil,

            List<Told> escalation,

            @Schema(description = "Identifier of the user who has its escalation in hand") @Nullable
            String acknowledgedBy,

            @Schema(description = "Of the newest event of the pathway in the view")
            long position) {

        static Task of(WorklistTask found) {
            TaskLine line = found.line();
            return new Task(
                    found.pathwayId(),
                    found.name(),
                    line.code(),
                    line.label(),
                    line.kind(),
                    found.number(),
                    found.patientId(),
                    found.familyName(),
                    found.givenName(),
                    found.siteId(),
                    found.surgeonIds().stream().sorted().toList(),
                    line.owner(),
                    line.person(),
                    found.status(),
                    line.opensAt(),
                    line.dueAt(),
                    line.overdueAt(),
                    line.endsAt(),
                    found.restsUntil(),
                    line.told().stream().map(Told::of).toList(),
                    line.acknowledgedBy(),
                    found.position());
        }
    }

    /** Somebody who is told when nothing happens. */
    @Schema(name = "WorklistEscalation")
    record Told(@Schema(description = "From 1") int step, Role role, String who, Instant at) {

        static Told of(TaskLine.Told told) {
            return new Told(told.step(), told.role(), told.who(), told.at());
        }
    }

    /**
     * Lists open tasks: overdue and escalated ones first, of these those of a patient's safety, then what is due, what has no date, what is
     * planned, what rests.
     *
     * @param mine {@code true} for those that the reader has taken on or was given
     * @param role whose they are
     * @param person identifier of the user who does them
     * @param site surgery centre
     * @param surgeon identifier of a surgeon of the newest operation
     * @param patientId only those of this patient
     * @param state of those that do not rest
     */
    @GetMapping("/api/worklist")
    ResponseEntity<Answer> list(
            @AuthenticationPrincipal CurrentActor actor,
            @RequestParam(required = false) @Nullable Boolean mine,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String site,
            @RequestParam(required = false) @Nullable String surgeon,
            @RequestParam(required = false) @Nullable String patientId,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String start,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Page page = Page.of(start, limit);
        WorklistFilter filter = new WorklistFilter(
                        Boolean.TRUE.equals(mine) ? actor.id() : person,
                        one("role", role, Role.values()),
                        false,
                        site,
                        surgeon,
                        patientId,
                        one("kind", kind, Kind.values()),
                        null)
                .within(actor.siteFilter());
        Status wanted = one("state", state, Status.values());
        return gate.show(actor, "clinical/worklist", CommandRequest.purpose(request, actor), () -> {
            Worklist.Part found = read(filter, wanted, page);
            Part<WorklistTask> part = page.cut(found.tasks(), WorklistTask::key);
            Answer answer = new Answer(
                    found.asOf(),
                    Counts.of(worklist.counts(filter, found.asOf())),
                    part.entries().stream().map(Task::of).toList());
            return new Shown<>(
                    part.answer(request, answer),
                    part.each(task -> Set.of(task.patientId())),
                    part.each(task -> Set.of(task.siteId())));
        });
    }

    private Worklist.Part read(WorklistFilter filter, @Nullable Status state, Page page) {
        try {
            return worklist.page(filter, state, null, clock.instant(), page.start(), page.rows());
        } catch (IllegalArgumentException e) {
            throw RequestFault.badField(
                    Page.START,
                    Page.START + " is not the place of a task",
                    "Follow the address in the header Link, or leave " + Page.START + " out");
        }
    }

    private static <E extends Enum<E>> @Nullable E one(String parameter, @Nullable String name, E[] values) {
        return name == null
                ? null
                : Arrays.stream(values)
                        .filter(each -> each.name().equals(name.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> RequestFault.badField(
                                parameter,
                                "There is no " + parameter + " " + name,
                                "Use one of " + Arrays.toString(values)));
    }
}
