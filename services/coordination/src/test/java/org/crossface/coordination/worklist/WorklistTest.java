package org.crossface.coordination.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.crossface.coordination.projection.Recorded;
import org.crossface.coordination.testing.TestViews;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.coordination.views.Projector;
import org.crossface.pathway.Samples;
import org.crossface.pathway.followup.Kind;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Status;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.oversight.TaskClaimed;
import org.crossface.pathway.oversight.TaskReassigned;
import org.crossface.pathway.oversight.TaskSnoozed;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the worklist says in SQL is what the timetable says, at random instants of random pathways. */
class WorklistTest {

    private static final TestPostgres postgres = TestPostgres.with(TestViews.schemas());
    private static final int PATHWAYS = 16;
    private static final int INSTANTS = 25;
    private static final int EVERYTHING = 100_000;

    private final JdbcTemplate jdbc = new JdbcTemplate(postgres.server());
    private final Map<String, List<PathwayEvent>> stored = new HashMap<>();
    private final Map<String, List<OpenTask>> open = new HashMap<>();
    private final Worklist worklist = new Worklist(postgres.serverJdbc());
    private final Projector projector = TestViews.projector(
            jdbc, (id, sequence) -> stored.getOrDefault(id, List.of()).subList(0, (int) sequence + 1));
    private final Random random = new Random(12);
    private long position;

    @BeforeEach
    void empty() {
        TestViews.empty(jdbc);
    }

    private void project(List<PathwayEvent> facts) {
        Projector.Batch batch = projector.begin();
        for (PathwayEvent fact : facts) {
            List<PathwayEvent> stream = stored.computeIfAbsent(fact.pathwayId(), id -> new ArrayList<>());
            stream.add(fact);
            open.remove(fact.pathwayId());
            batch.take(
                    fact,
                    new Recorded(
                            stream.size() - 1, ++position, fact.occurredAt().toInstant(), "user-1", "SURGEON"));
        }
        batch.flush();
    }

    private static List<PathwayEvent> textbook(int number) {
        return TextbookPathway.facts(
                "pathway-" + number,
                "P-%04d".formatted(number),
                FaceSide.LEFT,
                LocalDate.of(2025, 1, 14).plusDays(number),
                "OR-1");
    }

    private PathwayState state(String pathwayId) {
        return PathwayState.of(stored.getOrDefault(pathwayId, List.of()));
    }

    /** What is to be done by the facts so far; reckoned once, since it does not depend on the instant. */
    private List<OpenTask> work(String pathwayId) {
        return open.computeIfAbsent(
                pathwayId, id -> Timetable.of(state(id), Policy.defaults()).work());
    }

    /** A part of the textbook, after which people do this and that about what is open. */
    private void happen(int number) {
        List<PathwayEvent> all = textbook(number);
        List<PathwayEvent> facts = new ArrayList<>(all.subList(0, 3 + random.nextInt(all.size() - 3)));
        if (random.nextBoolean()) {
            facts.add(retraction(
                    facts.get(1 + random.nextInt(facts.size() - 1)),
                    facts.getLast().occurredAt()));
        }
        project(facts);
        OffsetDateTime last = facts.getLast().occurredAt();
        for (OpenTask task : work("pathway-" + number)) {
            if (random.nextInt(3) == 0) {
                project(List.of(handled(number, task, last.plusMinutes(random.nextInt(60 * 24)))));
            }
        }
    }

    private static PathwayEvent retraction(PathwayEvent fact, OffsetDateTime at) {
        return Samples.of(
                RecordRetracted.class,
                Map.of(
                        "pathwayId",
                        fact.pathwayId(),
                        "factId",
                        "retraction-" + fact.pathwayId(),
                        "occurredAt",
                        at,
                        "targetFactId",
                        fact.factId()));
    }

    private PathwayEvent handled(int number, OpenTask task, OffsetDateTime at) {
        String pathway = "pathway-" + number;
        String fact = "handled-" + position;
        return switch (random.nextInt(3)) {
            case 0 -> new TaskClaimed(pathway, fact, at, task.code(), task.key(), task.start(), "user-7");
            case 1 ->
                new TaskSnoozed(
                        pathway,
                        fact,
                        at,
                        task.code(),
                        task.key(),
                        task.start(),
                        at.plusHours(1 + random.nextInt(400)),
                        "Travels",
                        "user-7");
            default ->
                new TaskReassigned(
                        pathway,
                        fact,
                        at,
                        task.code(),
                        task.key(),
                        task.start(),
                        Role.THERAPIST,
                        null,
                        "Knows the patient",
                        "user-7");
        };
    }

    /** Just before, at and just after the moments of the tasks, where a comparison that is off by one shows. */
    private List<Instant> instants() {
        List<Instant> moments = stored.keySet().stream()
                .flatMap(id -> work(id).stream())
                .flatMap(task -> Stream.iterate(
                                task.nextChange(Instant.EPOCH),
                                Optional::isPresent,
                                each -> each.flatMap(task::nextChange))
                        .flatMap(Optional::stream))
                .distinct()
                .toList();
        assertThat(moments).hasSizeGreaterThan(INSTANTS);
        return Stream.generate(() -> moments.get(random.nextInt(moments.size())).plusMillis(random.nextInt(3) - 1L))
                .limit(INSTANTS)
                .toList();
    }

    /** How a task stands, as one word for each list. */
    private static String standing(Object status, int rung, boolean rests) {
        return status + " " + rung + (rests ? " rests" : "");
    }

    private Map<String, String> byTheTimetable(Instant at) {
        Map<String, String> all = new TreeMap<>();
        stored.keySet()
                .forEach(id -> work(id).forEach(task -> task.at(at)
                        .ifPresent(stands -> all.put(
                                id + "/" + task.name(),
                                standing(stands.status(), stands.rung(), task.isSnoozedAt(at))))));
        return all;
    }

    private Map<String, String> byTheView(Instant at) {
        Map<String, String> all = new TreeMap<>();
        worklist.page(WorklistFilter.all(), null, null, at, null, EVERYTHING)
                .tasks()
                .forEach(task -> all.put(
                        task.pathwayId() + "/" + task.name(),
                        standing(task.status(), task.rung(), task.section() == Section.SNOOZED)));
        return all;
    }

    @Test
    void theViewAndTheTimetableAgreeAtEveryInstant() {
        for (int number = 0; number < PATHWAYS; number++) {
            happen(number);
        }
        Set<String> seen = new TreeSet<>();
        for (Instant at : instants()) {
            Map<String, String> expected = byTheTimetable(at);
            assertThat(byTheView(at)).as("at %s", at).isEqualTo(expected);
            assertThat(worklist.counts(WorklistFilter.all(), at).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(expected.size());
            expected.values().stream()
                    .map(each -> each.substring(0, each.indexOf(' ')))
                    .forEach(seen::add);
            expected.values().stream().filter(each -> each.contains("rests")).forEach(each -> seen.add("rests"));
        }
        assertThat(seen).containsExactly("DUE", "ESCALATED", "OVERDUE", "PLANNED", "rests");
    }

    @Test
    void pagesHoldEveryTaskOnceInTheOrderOfUrgencyWhileTimeGoesOn() {
        for (int number = 0; number < 12; number++) {
            happen(number);
        }
        Instant now = instants().getFirst();
        List<WorklistTask> whole = worklist.page(WorklistFilter.all(), null, null, now, null, EVERYTHING)
                .tasks();
        List<WorklistTask> read = new ArrayList<>();
        String start = null;
        do {
            // Asked later, a page stands at the instant of the first one.
            List<WorklistTask> page = worklist.page(
                            WorklistFilter.all(), null, null, now.plus(Duration.ofDays(read.size())), start, 3)
                    .tasks();
            read.addAll(page);
            start = page.isEmpty() ? null : page.getLast().key();
        } while (start != null);

        assertThat(read).isEqualTo(whole).hasSizeGreaterThan(20);
        assertThat(read).extracting(WorklistTask::section).isSorted();
        assertThat(read.stream().filter(task -> task.section() == Section.LATE))
                .extracting(task -> task.line().kind() != Kind.SAFETY)
                .isSorted();
    }

    @Test
    void aFilterShowsWhatItAsksFor() {
        for (int number = 0; number < 12; number++) {
            happen(number);
        }
        Instant now = instants().getFirst();
        List<WorklistTask> whole = worklist.page(WorklistFilter.all(), null, null, now, null, EVERYTHING)
                .tasks();
        String surgeon = whole.stream()
                .flatMap(task -> task.surgeonIds().stream())
                .findFirst()
                .orElseThrow();
        String patient = whole.getFirst().patientId();
        String site = whole.getFirst().siteId();
        Map<WorklistFilter, Predicate<WorklistTask>> filters = Map.of(
                WorklistFilter.of("user-7"),
                task -> "user-7".equals(task.line().person()),
                WorklistFilter.of(Role.THERAPIST),
                task -> task.line().owner() == Role.THERAPIST,
                WorklistFilter.unclaimed(Role.SURGICAL_COORDINATOR),
                task -> task.line().owner() == Role.SURGICAL_COORDINATOR
                        && task.line().person() == null,
                new WorklistFilter(null, null, false, null, surgeon, null, null, null),
                task -> task.surgeonIds().contains(surgeon),
                new WorklistFilter(null, null, false, null, null, patient, null, null),
                task -> task.patientId().equals(patient),
                new WorklistFilter(null, null, false, null, null, null, Kind.CONTACT, null),
                task -> task.line().kind() == Kind.CONTACT,
                new WorklistFilter(null, null, false, site, null, null, null, Set.of(site)),
                task -> true,
                WorklistFilter.all().within(Set.of("site-elsewhere")),
                task -> false);
        filters.forEach((filter, passes) -> assertThat(
                        worklist.page(filter, null, null, now, null, EVERYTHING).tasks())
                .as("%s", filter)
                .isEqualTo(whole.stream().filter(passes).toList()));
        for (Status status : Status.values()) {
            assertThat(worklist.page(WorklistFilter.all(), status, null, now, null, EVERYTHING)
                            .tasks())
                    .as("%s", status)
                    .isEqualTo(whole.stream()
                            .filter(task -> task.status() == status && task.section() != Section.SNOOZED)
                            .toList());
        }
        List<WorklistTask> unclaimed = whole.stream()
                .filter(task -> task.section() == Section.LATE || task.section() == Section.DUE)
                .filter(task -> task.line().person() == null)
                .toList();
        Role role = unclaimed.getFirst().line().owner();
        int waiting = (int)
                unclaimed.stream().filter(task -> task.line().owner() == role).count();
        assertThat(worklist.waitingFor("nobody", role, null, now))
                .isEqualTo(waiting)
                .isPositive();
    }

    @Test
    void whatWasDoneIsListedUntilItIsTakenBack() {
        List<PathwayEvent> facts = textbook(1);
        PathwayEvent first = facts.stream()
                .filter(fact -> !WorklistView.answered(fact.getClass()).isEmpty())
                .findFirst()
                .orElseThrow();
        project(facts.subList(0, facts.indexOf(first) + 1));
        Instant from = first.occurredAt().toInstant();

        assertThat(worklist.done(from, "user-1", null, null, 10))
                .singleElement()
                .satisfies(done -> {
                    assertThat(done.pathwayId()).isEqualTo("pathway-1");
                    assertThat(done.title()).isNotBlank();
                });
        assertThat(worklist.done(from.plusSeconds(1), null, null, null, 10)).isEmpty();
        assertThat(worklist.done(from, "user-2", null, null, 10)).isEmpty();

        project(List.of(retraction(first, first.occurredAt())));
        assertThat(worklist.done(from, null, null, null, 10)).isEmpty();
    }

    @Test
    void aTaskThatIsDoneLeavesTheList() {
        List<PathwayEvent> facts = textbook(1);
        project(facts.subList(0, facts.size() / 2));
        assertThat(jdbc.queryForObject("SELECT count(*) FROM view_worklist.task", Integer.class))
                .isPositive();
        project(facts.subList(facts.size() / 2, facts.size()));

        assertThat(jdbc.queryForList("SELECT task FROM view_worklist.task", String.class))
                .containsExactlyInAnyOrderElementsOf(work("pathway-1").stream()
                        .map(OpenTask::name)
                        .sorted(Comparator.naturalOrder())
                        .toList());
    }
}
