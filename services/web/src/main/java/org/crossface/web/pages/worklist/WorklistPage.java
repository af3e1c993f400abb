package org.crossface.web.pages.worklist;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossface.coordination.worklist.DoneTask;
import org.crossface.coordination.worklist.Section;
import org.crossface.coordination.worklist.Worklist;
import org.crossface.coordination.worklist.WorklistFilter;
import org.crossface.coordination.worklist.WorklistTask;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.ReadGate;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.web.pages.GatedReads;
import org.crossface.web.pages.Names;
import org.crossface.web.pages.SiteTimes;
import org.crossface.web.pages.StaffNames;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What has to be done, by urgency: what the user has taken on, what is of the user's role, everything. */
@Controller
class WorklistPage {

    /** Address of the page. */
    static final String PATH = "/worklist";

    /** Address of the number in the rail. */
    static final String WAITING = PATH + "/waiting";

    private static final int ROWS = 60;
    private static final int DONE = 15;

    private final Worklist worklist;
    private final GatedReads reads;
    private final SiteTimes times;
    private final StaffNames staff;
    private final CommandCatalogue catalogue;

    WorklistPage(Worklist worklist, GatedReads reads, SiteTimes times, StaffNames staff, CommandCatalogue catalogue) {
        this.worklist = worklist;
        this.reads = reads;
        this.times = times;
        this.staff = staff;
        this.catalogue = catalogue;
    }

    /** View model of a tab. */
    record Tab(String whose, String label, int tasks) {}

    /** View model of a part of the list. */
    record Part(Section section, int count, List<TaskView> tasks) {}

    /** View model of what was done. */
    record Done(String pathwayId, String patient, String number, String title, String who, Instant at) {}

    @GetMapping(PATH)
    String page(
            @ModelAttribute("at") WorklistAddress at,
            @RequestParam(required = false) @Nullable String recorded,
            @AuthenticationPrincipal CurrentActor actor,
            Model model) {
        Instant now = times.now();
        WorklistFilter filter = at.filter(at.shown(), actor);
        List<WorklistTask> found = reads.rows(
                actor,
                WorklistPages.RESOURCE,
                () -> read(filter, at, now),
                WorklistTask::patientId,
                WorklistTask::siteId);
        List<WorklistTask> shown = found.subList(0, Math.min(ROWS, found.size()));
        TaskViews views = new TaskViews(new TaskForms(catalogue), times, staff, actor, at.back(), now);
        Map<Section, Integer> counts = worklist.counts(filter, now);
        model.addAttribute("tabs", tabs(at, actor, counts, now));
        model.addAttribute("counts", counts);
        model.addAttribute("sections", Section.values());
        model.addAttribute("late", counts.getOrDefault(Section.LATE, 0));
        model.addAttribute("total", sum(counts));
        model.addAttribute("parts", parts(shown, counts, views));
        model.addAttribute(
                "next", found.size() > ROWS ? at.behind(shown.getLast().key()) : null);
        model.addAttribute("done", done(at, actor, views));
        model.addAttribute("roleName", actor.role().label());
        model.addAttribute(
                "recorded",
                recorded == null
                        ? null
                        : catalogue.ofPathways(recorded).map(CommandSpec::title).orElse(null));
        return "worklist";
    }

    /** How much waits for the user: a number about no patient, which every open page fetches anew when it changes. */
    @GetMapping(WAITING)
    String waiting(@AuthenticationPrincipal CurrentActor actor, Model model) {
        model.addAttribute("address", WAITING);
        model.addAttribute(
                "waiting",
                ReadGate.opens(actor.role(), WorklistPages.RESOURCE)
                        ? worklist.waitingFor(actor.id(), actor.role(), actor.siteFilter(), times.now())
                        : 0);
        return "worklist-waiting";
    }

    /** A key that is none, such as one of an earlier release, shows the first page. */
    private List<WorklistTask> read(WorklistFilter filter, WorklistAddress at, Instant now) {
        try {
            return worklist.page(filter, null, at.part(), now, at.start(), ROWS + 1)
                    .tasks();
        } catch (IllegalArgumentException e) {
            return worklist.page(filter, null, at.part(), now, null, ROWS + 1).tasks();
        }
    }

    private List<Tab> tabs(WorklistAddress at, CurrentActor actor, Map<Section, Integer> shown, Instant now) {
        return Stream.of(
                        new Tab(WorklistAddress.MINE, "Mine", 0),
                        new Tab("", actor.role().label(), 0),
                        new Tab(WorklistAddress.ALL, "Everyone", 0))
                .map(tab -> {
                    String whose = tab.whose().isEmpty() ? "role" : tab.whose();
                    Map<Section, Integer> counts =
                            whose.equals(at.shown()) ? shown : worklist.counts(at.filter(whose, actor), now);
                    return new Tab(tab.whose(), tab.label(), sum(counts));
                })
                .toList();
    }

    private static int sum(Map<Section, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static List<Part> parts(List<WorklistTask> tasks, Map<Section, Integer> counts, TaskViews views) {
        return Arrays.stream(Section.values())
                .map(section -> new Part(
                        section,
                        counts.getOrDefault(section, 0),
                        tasks.stream()
                                .filter(task -> task.section() == section)
                                .map(views::of)
                                .toList()))
                .filter(part -> !part.tasks().isEmpty())
                .toList();
    }

    private List<Done> done(WorklistAddress at, CurrentActor actor, TaskViews views) {
        Instant morning = times.today().atStartOfDay(times.zone()).toInstant();
        String shown = at.shown();
        return reads
                .rows(
                        actor,
                        WorklistPages.RESOURCE + "/done",
                        () -> worklist.done(
                                morning,
                                shown.equals(WorklistAddress.MINE) ? actor.id() : null,
                                shown.equals("role") ? actor.role() : null,
                                actor.siteFilter(),
                                DONE),
                        DoneTask::patientId,
                        DoneTask::siteId)
                .stream()
                .map(each -> new Done(
                        each.pathwayId(),
                        Names.FULL.ofFirst(each.familyName(), each.givenName(), each.erased()),
                        each.number(),
                        each.title(),
                        views.who(each.actor()),
                        each.recordedAt()))
                .toList();
    }
}
