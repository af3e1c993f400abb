package org.crossface.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.ViewPositions;
import org.crossface.coordination.board.Board;
import org.crossface.coordination.board.BoardFilter;
import org.crossface.coordination.board.BoardRow;
import org.crossface.coordination.story.PatientStory;
import org.crossface.coordination.testing.TestViews;
import org.crossface.coordination.theatre.TheatreDay;
import org.crossface.pathway.EdgeValues;
import org.crossface.pathway.ModuleClasses;
import org.crossface.pathway.Samples;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.patient.PatientEvent;
import org.crossface.pathway.patient.SubjectErased;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every event with every component at every edge of what is accepted, through the real store, the views and their queries, and the replay. The
 * order is drawn from a seed, which is printed; {@code -Dcrossface.seed} repeats it.
 */
@Timeout(180)
class EdgeValuesTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    /** With fewer pairs of a component and a value, the generator has lost sight of the events. */
    private static final int LEAST_PAIRS = 6_500;

    private static final int LEAST_TYPES = 130;

    private final long seed = Long.getLong("crossface.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final TestPostgres postgres = TestPostgres.with(TestViews.schemas());
    private final TestEventStore store = TestEventStore.on(postgres);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Map<String, Integer> pairs = new TreeMap<>();
    private final Map<String, List<Record>> streams = new LinkedHashMap<>();

    @AfterEach
    void stop() {
        store.close();
        postgres.close();
    }

    /** The variants of an event; what names a stream or another fact follows later. */
    private static final EdgeValues EDGES = new EdgeValues(
            EdgeValues.ofEvents(),
            Map.of(
                    "pathwayId", List.of("x"),
                    "patientId", List.of("x"),
                    "caseId", List.of("x"),
                    "factId", List.of("fact"),
                    "targetFactId", List.of("another-fact"),
                    "fields", List.of(List.of(new CorrectedField("=1+1", "\"😀\nx"))),
                    "personalFields", List.of(List.of(new CorrectedField("@x", "שלום")))));

    /** In this stream, so that the views find together what belongs together. */
    private static Record in(String streamId, Record event) {
        return EdgeValues.with(
                event,
                Map.of("pathwayId", streamId, "patientId", patientOf(streamId), "caseId", "case-of-" + streamId));
    }

    private static String patientOf(String streamId) {
        return "patient-of-" + streamId;
    }

    private static PatientReferred referral(String pathwayId) {
        return Samples.of(
                PatientReferred.class,
                Map.of("pathwayId", pathwayId, "patientId", patientOf(pathwayId), "factId", "referral"));
    }

    private static SurgeryScheduled scheduled(String pathwayId) {
        return Samples.of(
                SurgeryScheduled.class,
                Map.of(
                        "pathwayId",
                        pathwayId,
                        "caseId",
                        "case-of-" + pathwayId,
                        "factId",
                        "scheduled",
                        "surgeonIds",
                        List.of("surgeon-1")));
    }

    /** Each variant of an event in a pathway of its own, and all events of one rank in one pathway. */
    private void makeStreams() {
        Map<Integer, List<Record>> together = new TreeMap<>();
        for (Class<? extends Record> type : ModuleClasses.events()) {
            boolean ofPathway = PathwayEvent.class.isAssignableFrom(type);
            if (!ofPathway && !PatientEvent.class.isAssignableFrom(type)) {
                continue;
            }
            int rank = 0;
            for (Record event : EDGES.of(type, pairs)) {
                String stream = "s" + streams.size();
                streams.put(stream, ofPathway ? pathway(stream, in(stream, event)) : List.of(in(stream, event)));
                if (ofPathway && !(event instanceof PatientReferred)) {
                    String shared = "all-" + rank;
                    together.computeIfAbsent(rank, unused -> new ArrayList<>(List.of(referral(shared))))
                            .add(in(shared, event));
                }
                rank++;
            }
        }
        together.forEach((rank, events) -> streams.put("all-" + rank, events));
    }

    private static List<Record> pathway(String stream, Record event) {
        return event instanceof PatientReferred
                ? List.of(event, scheduled(stream))
                : List.of(referral(stream), scheduled(stream), event);
    }

    private void append() {
        List<String> order = new ArrayList<>(streams.keySet());
        Collections.shuffle(order, random);
        for (String stream : order) {
            List<Record> events = Objects.requireNonNull(streams.get(stream));
            String type = events.getFirst() instanceof PatientEvent ? "Patient" : "CarePathway";
            store.append(
                    type, type.equals("Patient") ? patientOf(stream) : stream, patientOf(stream), events.toArray());
        }
    }

    private void project() {
        ViewChanges changes = ViewChanges.ofOneNode();
        TestViews.keep(store.configurer(), postgres.server(), store.engine(), changes);
        store.start();
        ViewPositions positions = TestViews.positions(postgres.serverJdbc(), changes);
        await().atMost(LONG_ENOUGH)
                .until(() -> positions.reached() == store.engine().horizon());
    }

    @Test
    void everyEdgeOfEveryEventIsStoredShownAndReplayed() {
        System.out.println("crossface.seed=" + seed);
        makeStreams();
        assertThat(streams.values().stream().flatMap(List::stream).toList())
                .allMatch(EdgeValues::isKeptAsItIs, "is kept as it is");
        append();
        project();

        assertThat(postgres.serverJdbc()
                        .sql(
                                "SELECT sequence_identifier || ' ' || coalesce(cause_message, '') FROM processing.dead_letter")
                        .query(String.class)
                        .list())
                .isEmpty();
        everyEventIsReadAsItWasWritten();
        everyPathwayIsShown();
        ReplayComparison.Result replay = replay();
        assertThat(replay.differences()).isEmpty();
        assertThat(replay.unprojectable()).isEmpty();
        int all = pairs.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("Edge values: " + all + " of " + pairs.size() + " components");
        assertThat(all).isGreaterThan(LEAST_PAIRS);
        assertThat(pairs.keySet().stream()
                        .map(key -> key.substring(0, key.indexOf('.')))
                        .distinct())
                .hasSizeGreaterThan(LEAST_TYPES);
    }

    /** The control: a table with too little room, as a migration could make one. */
    @Test
    void aTableThatDoesNotHoldAnEdgeIsNoticed() {
        makeStreams();
        streams.entrySet()
                .removeIf(each ->
                        each.getValue().size() != 3 || !(each.getValue().getLast() instanceof SurgeryScheduled));
        assertThat(streams).hasSizeGreaterThan(10);
        append();
        postgres.ownerJdbc()
                .sql("ALTER TABLE view_theatre_day.theatre_day ADD CHECK (octet_length(room) < 300)")
                .update();
        project();

        assertThat(postgres.serverJdbc()
                        .sql("SELECT DISTINCT sequence_identifier FROM processing.dead_letter")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .hasSizeLessThan(streams.size());
        assertThat(replay().isEqual()).isFalse();
    }

    private void everyEventIsReadAsItWasWritten() {
        streams.forEach((stream, events) -> {
            String id = events.getFirst() instanceof PatientEvent ? patientOf(stream) : stream;
            List<Object> read = new ArrayList<>();
            DomainEventStream stored = store.engine().readEvents(id);
            stored.forEachRemaining(message -> read.add(message.getPayload()));
            assertThat(read).as(stream).isEqualTo(events);
        });
    }

    private void everyPathwayIsShown() {
        Board board = new Board(postgres.serverJdbc());
        PatientStory story = new PatientStory(postgres.serverJdbc());
        LocalDate today = LocalDate.of(2025, 10, 7);
        List<String> shown = board.rows(BoardFilter.all(), today).stream()
                .map(BoardRow::pathwayId)
                .toList();
        List<String> pathways = streams.entrySet().stream()
                .filter(each -> each.getValue().getFirst() instanceof PathwayEvent)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(pathways);
        for (String pathway : pathways) {
            List<Record> events = Objects.requireNonNull(streams.get(pathway));
            assertThat(story.timeline(pathway)).hasSize(events.size());
            assertThat(story.summary(pathway)).isPresent();
            assertThat(PathwayState.of(
                            events.stream().map(PathwayEvent.class::cast).toList()))
                    .isNotNull();
        }
        TheatreDay theatre = new TheatreDay(postgres.serverJdbc());
        assertThat(postgres.serverJdbc()
                        .sql("SELECT DISTINCT site_id || ' ' || day FROM view_theatre_day.theatre_day")
                        .query(String.class)
                        .list())
                .allSatisfy(row -> assertThat(theatre.cases(
                                row.substring(0, row.indexOf(' ')),
                                LocalDate.parse(row.substring(row.indexOf(' ') + 1))))
                        .isNotEmpty());
        streams.forEach((stream, events) -> {
            if (events.getFirst() instanceof PatientEvent event && !(event instanceof SubjectErased)) {
                story.identity(patientOf(stream))
                        .ifPresent(person -> assertThat(person.patientId()).isEqualTo(patientOf(stream)));
            }
        });
    }

    private ReplayComparison.Result replay() {
        return new ReplayComparison(
                        postgres.endpoint(),
                        postgres.server(),
                        store.engine(),
                        at -> Policy.defaults(),
                        Bundles.ALL,
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run();
    }
}
