package org.crossface.coordination.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossface.coordination.aftercare.AftercareList;
import org.crossface.coordination.board.Board;
import org.crossface.coordination.board.BoardFilter;
import org.crossface.coordination.board.BoardRow;
import org.crossface.coordination.board.BoardView;
import org.crossface.coordination.board.Lane;
import org.crossface.coordination.patient.PatientList;
import org.crossface.coordination.patient.PersonSearch;
import org.crossface.coordination.projection.Recorded;
import org.crossface.coordination.story.PathwaySummary;
import org.crossface.coordination.story.PatientStory;
import org.crossface.coordination.testing.TestViews;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.coordination.theatre.GateItem;
import org.crossface.coordination.theatre.TheatreCase;
import org.crossface.coordination.theatre.TheatreDay;
import org.crossface.pathway.aftercare.events.DayOneCallCompleted;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.neurotization.TinelAssessed;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.patient.ErasureBasis;
import org.crossface.pathway.patient.PatientRegistered;
import org.crossface.pathway.patient.Sex;
import org.crossface.pathway.patient.SubjectErased;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.recovery.events.DischargeOrderSigned;
import org.crossface.pathway.recovery.events.PatientDischarged;
import org.crossface.pathway.recovery.events.PhaseTwoEntered;
import org.crossface.pathway.recovery.events.ReturnedToTheatre;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.state.Rung;
import org.crossface.pathway.surgery.events.IncisionMade;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows that the facts of the textbook pathway make. */
class ProjectorTest {

    private static final TestPostgres postgres = TestPostgres.with(TestViews.schemas());
    private static final LocalDate STAGE_ONE = LocalDate.of(2025, 1, 14);

    private final JdbcTemplate jdbc = new JdbcTemplate(postgres.server());
    private final Map<String, List<PathwayEvent>> stored = new HashMap<>();
    private final Board board = new Board(postgres.serverJdbc());
    private final PatientList patients = new PatientList(postgres.serverJdbc());
    private Projector projector = projector();
    private long position;

    private Projector projector() {
        return TestViews.projector(
                jdbc,
                (pathwayId, sequence) ->
                        stored.getOrDefault(pathwayId, List.of()).subList(0, (int) sequence + 1));
    }

    @BeforeEach
    void empty() {
        TestViews.empty(jdbc);
    }

    private void project(List<? extends PathwayEvent> facts) {
        for (PathwayEvent fact : facts) {
            List<PathwayEvent> stream = stored.computeIfAbsent(fact.pathwayId(), id -> new ArrayList<>());
            stream.add(fact);
            projector.take(fact, recorded(stream.size() - 1, fact));
        }
    }

    private Recorded recorded(long sequence, PathwayEvent fact) {
        return new Recorded(sequence, ++position, fact.occurredAt().toInstant(), "user-1", "SURGEON");
    }

    private static List<PathwayEvent> textbook() {
        return TextbookPathway.facts("pathway-1", "P-0101", FaceSide.LEFT, STAGE_ONE, "OR-1");
    }

    private static List<PathwayEvent> until(Class<? extends PathwayEvent> type) {
        List<PathwayEvent> facts = new ArrayList<>();
        for (PathwayEvent fact : textbook()) {
            facts.add(fact);
            if (type.isInstance(fact)) {
                return facts;
            }
        }
        throw new IllegalArgumentException("No fact of " + type);
    }

    private static PathwaySummary summary() {
        return new PatientStory(postgres.serverJdbc()).summary("pathway-1").orElseThrow();
    }

    /** What is to be done by the facts so far. */
    private List<String> toDo() {
        PathwayState state = PathwayState.of(stored.getOrDefault("pathway-1", List.of()));
        return Timetable.of(state, Policy.defaults()).work().stream()
                .map(OpenTask::label)
                .toList();
    }

    private BoardRow row() {
        return board.byIds(List.of("pathway-1")).getFirst();
    }

    @Test
    void aNewReferralStandsInTheFirstColumnWithTheEvaluationToBook() {
        project(textbook().subList(0, 1));

        assertThat(row().lane()).isEqualTo(Lane.REFERRAL);
        assertThat(row().factors()).isEqualTo(1);
        assertThat(row().next()).satisfies(task -> {
            assertThat(task.code()).isEqualTo("T-01");
            assertThat(task.dueOn())
                    .as("two business days after a Tuesday")
                    .isEqualTo(row().referredOn().plusDays(2));
            assertThat(task.overdueOn())
                    .as("five business days")
                    .isEqualTo(row().referredOn().plusDays(7));
        });
        assertThat(row().clock("T-02")).hasValueSatisfying(task -> {
            assertThat(task.dueOn()).isEqualTo(row().referredOn().plusDays(14));
            assertThat(task.overdueOn()).isEqualTo(row().referredOn().plusDays(28));
        });
    }

    @Test
    void whileTheNerveGrowsTheNextTinelCheckIsDue() {
        project(until(TinelAssessed.class));

        assertThat(row().lane()).isEqualTo(Lane.NERVE_GROWING);
        assertThat(row().graftMm()).isEqualTo(145.0);
        assertThat(row().tinelMm()).isEqualTo(62.0);
        assertThat(row().windowEnd()).isEqualTo(STAGE_ONE.plusMonths(12));
        assertThat(row().next()).satisfies(task -> {
            assertThat(task.label()).as("nobody has looked since day 14").isEqualTo("Healthy side of the face");
            assertThat(task.dueOn()).isEqualTo(STAGE_ONE.plusDays(14));
        });
        assertThat(row().overdueOn(STAGE_ONE.plusDays(28))).isTrue();
        assertThat(row().overdueOn(STAGE_ONE.plusDays(27))).isFalse();
        assertThat(toDo()).contains("Tinel, 6 mo").doesNotContain("Tinel, 3 mo");
    }

    @Test
    void theWholeStoryEndsInTheLastColumn() {
        project(textbook());

        assertThat(row().lane()).isEqualTo(Lane.COMPLETED);
        assertThat(row().phase()).isEqualTo(Phase.COMPLETED);
        assertThat(row().outcome()).isEqualTo("GOAL_MET");
        assertThat(row().adherencePercent()).isEqualTo(86);
        assertThat(row().sunnybrook()).hasSize(7).last().isEqualTo(61);
        assertThat(row().next())
                .as("the story does not sign the record of its second operation")
                .satisfies(task -> assertThat(task.code()).isEqualTo("T-14"));
        PathwaySummary summary = summary();
        assertThat(summary.healthySide()).isEqualTo("RIGHT");
        assertThat(summary.milestones())
                .extracting(PathwaySummary.Milestone::label)
                .containsExactly("Stage one", "Nerve confirmed", "Stage two", "Therapy starts", "First movement");
    }

    @Test
    void theTheatreDayFollowsTheCaseUpTheLadder() {
        project(until(IncisionMade.class));

        TheatreCase theatre = theatreCase();
        assertThat(theatre.rung()).isEqualTo(Rung.IN_THEATRE);
        assertThat(theatre.stage()).isEqualTo(Stage.ONE);
        assertThat(theatre.donorSide()).isEqualTo("RIGHT");

        List<PathwayEvent> rest = textbook();
        project(rest.subList(
                until(IncisionMade.class).size(),
                until(DischargeOrderSigned.class).size()));

        assertThat(theatreCase().rung()).isEqualTo(Rung.RECOVERY);
        assertThat(theatreCase().gate()).extracting(GateItem::finding).contains("Aldrete 9");
        assertThat(theatreCase().destination()).isEqualTo("HOME");
    }

    @Test
    void aReturnToTheatreStandsInTheDayBesideTheOperationThatItFollows() {
        List<PathwayEvent> facts = until(PhaseTwoEntered.class);
        project(facts);
        String index = theatreCase().caseId();
        OffsetDateTime back = facts.getLast().occurredAt().plusHours(1);
        project(List.of(new ReturnedToTheatre(
                "pathway-1",
                "return",
                back,
                "case-of-return",
                index,
                Stage.ONE,
                false,
                "Hematoma",
                true,
                null,
                "OR-2",
                List.of("surgeon-lind"),
                60)));

        assertThat(new TheatreDay(postgres.serverJdbc()).cases("site-bayview", STAGE_ONE))
                .satisfiesExactly(
                        operation -> {
                            assertThat(operation.endedAs()).isEqualTo("RETURNED");
                            assertThat(operation.takenBackAt()).isEqualTo(back.toInstant());
                        },
                        returned -> {
                            assertThat(returned.returned()).isTrue();
                            assertThat(returned.rung()).isEqualTo(Rung.ADMITTED);
                            assertThat(returned.room()).isEqualTo("OR-2");
                            assertThat(returned.surgeonIds()).containsExactly("surgeon-lind");
                            assertThat(returned.plannedStart()).isEqualTo(back.toInstant());
                        });
    }

    private static TheatreCase theatreCase() {
        return new TheatreDay(postgres.serverJdbc())
                .cases("site-bayview", STAGE_ONE)
                .getFirst();
    }

    @Test
    void afterCareFindsThePatientFromTheDepartureOnAndTheWoundFromItsFirstDayOn() {
        AftercareList care = new AftercareList(postgres.serverJdbc());
        List<PathwayEvent> home = until(PatientDischarged.class);
        project(home.subList(0, home.size() - 1));
        Instant left = home.getLast().occurredAt().toInstant();
        assertThat(care.at(left, null)).as("still in recovery").isEmpty();

        project(List.of(home.getLast()));
        assertThat(care.at(left, Set.of("site-bayview")))
                .extracting(AftercareList.Entry::pathwayId)
                .containsExactly("pathway-1");
        assertThat(care.at(left, Set.of("site-lakeside"))).as("another centre").isEmpty();

        List<PathwayEvent> called = until(DayOneCallCompleted.class);
        project(called.subList(home.size(), called.size()));
        Instant wound = STAGE_ONE
                .plusDays(Policy.defaults().of(Threshold.T18_EARLIEST_DAYS))
                .atStartOfDay(ZoneId.of("America/Los_Angeles"))
                .toInstant();
        assertThat(care.at(wound.minusSeconds(1), null)).as("between the two").isEmpty();
        assertThat(care.at(wound, null)).as("the wound may be looked at").hasSize(1);
    }

    @Test
    void anEventThatIsDeliveredTwiceChangesNothing() {
        project(textbook());
        List<Map<String, Object>> before = everything();
        position = 0;
        List<PathwayEvent> facts = textbook();
        for (int i = 0; i < facts.size(); i++) {
            projector.take(facts.get(i), recorded(i, facts.get(i)));
            assertThat(everything()).as("after event %d once more", i).isEqualTo(before);
        }
    }

    @Test
    void manyPathwaysInOneBatchMakeTheSameRowsAsEventByEvent() {
        List<PathwayEvent> facts = new ArrayList<>(textbook());
        List<PathwayEvent> others =
                TextbookPathway.facts("pathway-2", "P-0102", FaceSide.RIGHT, STAGE_ONE.plusDays(9), "OR \"2\\");
        for (int i = 0; i < others.size(); i++) {
            facts.add(2 * i + 1, others.get(i));
        }
        PathwayEvent last = facts.getLast();
        facts.add(new RecordRetracted(
                last.pathwayId(), "retraction", last.occurredAt().plusHours(1), last.factId(), "twice"));
        project(facts);
        List<Map<String, Object>> whole = everything();
        empty();
        position = 0;

        Map<String, Integer> sequences = new HashMap<>();
        Projector.Batch batch = projector().begin();
        for (PathwayEvent fact : facts) {
            int sequence = sequences.merge(fact.pathwayId(), 1, Integer::sum) - 1;
            batch.take(fact, recorded(sequence, fact));
            position--;
            batch.take(fact, recorded(sequence, fact));
        }

        assertThat(batch.flush()).hasSameSizeAs(facts);
        assertThat(everything()).isEqualTo(whole);
        assertThat(batch.flush()).isEmpty();
    }

    @Test
    void whoIsErasedInTheBatchInWhichHeIsRegisteredStaysErased() {
        Projector.Batch batch = projector.begin();
        batch.take(erased("somebody-else"), ++position);
        batch.take(registered("O'Hara, \"{}\\"), ++position);
        batch.take(erased("patient-of-pathway-1"), ++position);
        batch.flush();

        assertThat(jdbc.queryForList("SELECT coalesce(family_name, 'none') FROM view_patient.patient", String.class))
                .containsOnly("none");

        empty();
        projector.take(registered("O'Hara, \"{}\\"), ++position);
        assertThat(jdbc.queryForObject("SELECT family_name FROM view_patient.patient", String.class))
                .isEqualTo("O'Hara, \"{}\\");
    }

    private static SubjectErased erased(String patientId) {
        return new SubjectErased(patientId, "erasure", textbook().getLast().occurredAt(), ErasureBasis.PATIENT_REQUEST);
    }

    @Test
    void aCaseThatWasRetractedStaysAwayWhenEarlierEventsAreDeliveredOnceMore() {
        List<PathwayEvent> facts = new ArrayList<>(until(SurgeryScheduled.class));
        PathwayEvent scheduled = facts.getLast();
        facts.add(new RecordRetracted(
                scheduled.pathwayId(),
                "retraction",
                scheduled.occurredAt().plusHours(1),
                scheduled.factId(),
                "another patient"));
        project(facts);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM view_theatre_day.theatre_day", Long.class))
                .isZero();
        position = 0;

        Projector.Batch batch = projector().begin();
        for (int i = 0; i < facts.size(); i++) {
            batch.take(facts.get(i), recorded(i, facts.get(i)));
        }
        batch.flush();

        assertThat(jdbc.queryForObject("SELECT count(*) FROM view_theatre_day.theatre_day", Long.class))
                .isZero();
    }

    @Test
    void withoutTheOtherViewsTheBoardIsTheSame() {
        project(textbook());
        List<String> rows = jdbc.queryForList("SELECT t::text FROM view_board.board t", String.class);
        empty();
        stored.clear();
        position = 0;
        projector = new Projector(
                jdbc,
                List.of(new BoardView()),
                ViewPlace.SERVING,
                (pathwayId, sequence) -> List.of(),
                at -> Policy.defaults(),
                new RecentStates());
        project(textbook());

        assertThat(jdbc.queryForList("SELECT t::text FROM view_board.board t", String.class))
                .isEqualTo(rows);
        assertThat(everything()).hasSameSizeAs(rows);
    }

    @Test
    void aProjectorThatStartsInTheMiddleWritesTheSameRows() {
        project(textbook());
        List<Map<String, Object>> whole = everything();
        empty();
        stored.clear();
        position = 0;
        List<PathwayEvent> facts = textbook();
        project(facts.subList(0, 40));
        projector = projector();
        project(facts.subList(40, facts.size()));

        assertThat(everything()).isEqualTo(whole);
    }

    @Test
    void aRetractedFactIsStruckAndItsFiguresAreGone() {
        List<PathwayEvent> facts = until(TinelAssessed.class);
        project(facts);
        PathwayEvent tinel = facts.getLast();
        project(List.of(new RecordRetracted(
                "pathway-1", "retraction", tinel.occurredAt().plusHours(1), tinel.factId(), "other patient")));

        assertThat(row().tinelMm()).isNull();
        assertThat(toDo()).contains("Tinel, 3 mo");
        assertThat(new PatientStory(postgres.serverJdbc()).timeline("pathway-1"))
                .filteredOn(entry -> entry.supersededBy() != null)
                .singleElement()
                .satisfies(entry -> assertThat(entry.factId()).isEqualTo(tinel.factId()));
    }

    @Test
    void aCorrectedFigureReplacesTheRecordedOneUntilTheCorrectionIsRetracted() {
        List<PathwayEvent> facts = until(TinelAssessed.class);
        project(facts);
        PathwayEvent tinel = facts.getLast();

        project(List.of(new RecordCorrected(
                "pathway-1",
                "correction",
                tinel.occurredAt().plusHours(1),
                tinel.factId(),
                List.of(new CorrectedField("advanceMm", "26.0")),
                null,
                "read from the wrong line")));

        assertThat(row().tinelMm()).isEqualTo(26.0);
        assertThat(summary().tinel())
                .last()
                .satisfies(last -> assertThat(last.mm()).isEqualTo(26.0));

        project(List.of(new RecordRetracted(
                "pathway-1", "retraction", tinel.occurredAt().plusHours(2), "correction", "it was the right line")));

        assertThat(row().tinelMm()).isEqualTo(62.0);
    }

    @Test
    void theFilterFindsBySideDueDateAndText() {
        project(until(TinelAssessed.class));
        LocalDate today = STAGE_ONE.plusDays(14).minusDays(10);

        assertThat(board.rows(BoardFilter.all(), today)).hasSize(1);
        assertThat(board.rows(filter("p-01", null, null), today)).hasSize(1);
        assertThat(board.rows(filter("p_01", null, null), today)).isEmpty();
        assertThat(board.rows(filter(null, "RIGHT", null), today)).isEmpty();
        assertThat(board.rows(filter(null, null, 14), today)).hasSize(1);
        assertThat(board.rows(filter(null, null, 7), today)).isEmpty();
        assertThat(board.rows(filter(null, null, 0), today)).isEmpty();
    }

    /** Ida O\u2019Brien-N\u00FA\u00F1ez Gro\u00DF, born on 2 June 1990. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    o'brien                          | true
                    O\u2019BRIEN                     | true
                    OBrien                           | true
                    o brien                          | true
                    nunez                            | true
                    N\u00FA\u00F1ez                   | true
                    Nu\u0301n\u0303ez                 | true
                    obriennunez                      | true
                    gross                            | true
                    Ida O'Brien                      | true
                    Gro\u00DF, Ida                   | true
                    nunez,ida                        | true
                    ida 1990-06-02                   | true
                    1990-06-02                       | true
                    1990                             | true
                    1990-06                          | true
                    ida 1990                         | true
                    1991                             | false
                    1990-07                          | false
                    199                              | false
                    P-01                             | true
                    p-01 ida                         | true
                    1990-06-03                       | false
                    ida 1990-06-03                   | false
                    ida p-02                         | false
                    O'Bryan                          | false
                    %                                | true
                    +99999-01-01                     | false
                    """)
    void aPersonIsFoundByWhatSomebodyTypes(String text, boolean found) {
        project(until(TinelAssessed.class));
        projector.take(registered("O\u2019Brien-N\u00FA\u00F1ez Gro\u00DF"), ++position);
        LocalDate today = STAGE_ONE.plusMonths(5);

        assertThat(board.rows(filter(text, null, null), today)).hasSize(found ? 1 : 0);
        assertThat(patients.page(PersonSearch.of(text), null, null, 10)).hasSize(found ? 1 : 0);
    }

    /** An earlier release has written the row, and the view is not built anew yet. */
    @Test
    void aNameIsFoundBeforeTheViewIsBuiltAnew() {
        project(until(TinelAssessed.class));
        projector.take(registered("Larsen"), ++position);
        jdbc.update("UPDATE view_patient.patient SET search = NULL");

        assertThat(board.rows(filter("larsen, ida", null, null), STAGE_ONE.plusMonths(5)))
                .hasSize(1);
    }

    @Test
    void aNameIsFoundUntilThePersonIsErased() {
        project(until(TinelAssessed.class));
        LocalDate today = STAGE_ONE.plusMonths(5);
        projector.take(registered("Larsen"), ++position);

        assertThat(board.rows(filter("lars", null, null), today)).hasSize(1);
        assertThat(board.rows(filter("ida lars", null, null), today)).hasSize(1);

        List<String> named = projector.take(erased("patient-of-pathway-1"), ++position);

        assertThat(named).containsExactly("pathway-1");
        assertThat(board.rows(filter("lars", null, null), today)).isEmpty();
        assertThat(row().erased()).isTrue();
        assertThat(postgres.placesOf("Larsen")).isEmpty();
    }

    private static PatientRegistered registered(String familyName) {
        return new PatientRegistered(
                "patient-of-pathway-1",
                "registration",
                textbook().getFirst().occurredAt(),
                familyName,
                "Ida",
                "1990-06-02",
                Sex.FEMALE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "en",
                false,
                "America/Denver",
                null,
                true);
    }

    private static BoardFilter filter(@Nullable String text, @Nullable String side, @Nullable Integer days) {
        return new BoardFilter(text, side, Set.of(), days, false, null, null);
    }

    private List<Map<String, Object>> everything() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String table : List.of(
                "view_board.board",
                "view_theatre_day.theatre_day",
                "view_aftercare.aftercare",
                "view_worklist.task",
                "view_worklist.pathway",
                "view_worklist.done",
                "view_timeline.timeline",
                "view_summary.pathway_summary")) {
            rows.addAll(jdbc.queryForList("SELECT t::text AS row FROM " + table + " t ORDER BY 1"));
        }
        return rows;
    }
}
