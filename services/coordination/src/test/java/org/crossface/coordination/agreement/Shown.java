package org.crossface.coordination.agreement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.crossface.coordination.board.Board;
import org.crossface.coordination.board.BoardRow;
import org.crossface.coordination.projection.Recorded;
import org.crossface.coordination.projection.StorableFold;
import org.crossface.coordination.testing.TestViews;
import org.crossface.coordination.theatre.GateItem;
import org.crossface.coordination.theatre.TheatreCase;
import org.crossface.coordination.theatre.TheatreDay;
import org.crossface.coordination.views.Projector;
import org.crossface.pathway.Histories;
import org.crossface.pathway.followup.OpenTask;
import org.crossface.pathway.followup.Timetable;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.testing.TestPostgres;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people see of the pathway of {@link Histories}: its rows as the projector writes them into PostgreSQL and the queries read them. */
final class Shown implements AutoCloseable {

    private final TestPostgres postgres = TestPostgres.with(TestViews.schemas());
    private final JdbcTemplate jdbc = new JdbcTemplate(postgres.server());
    private final Board board = new Board(postgres.serverJdbc());
    private final TheatreDay theatre = new TheatreDay(postgres.serverJdbc());
    private final List<PathwayEvent> stored = new ArrayList<>();
    private Projector projector = projector();

    private Projector projector() {
        return TestViews.projector(jdbc, (pathwayId, sequence) -> List.copyOf(stored.subList(0, (int) sequence + 1)));
    }

    /** Shows this pathway and no other. */
    Shown after(List<? extends PathwayEvent> facts) {
        TestViews.empty(jdbc);
        stored.clear();
        projector = projector();
        facts.forEach(this::and);
        return this;
    }

    /** Shows one fact more. */
    void and(PathwayEvent fact) {
        stored.add(fact);
        projector.take(
                fact,
                new Recorded(
                        stored.size() - 1,
                        stored.size() - 1,
                        fact.occurredAt().toInstant(),
                        Histories.SURGEON,
                        "SURGEON"));
    }

    BoardRow card() {
        return board.byIds(List.of(Histories.PATHWAY)).getFirst();
    }

    /** All that is to be done, the earliest first. */
    List<OpenTask> tasks() {
        return Timetable.of(StorableFold.of(stored), Policy.defaults()).work();
    }

    TheatreCase theatreCase(String caseId) {
        LocalDate day = Objects.requireNonNull(jdbc.queryForObject(
                "SELECT day FROM view_theatre_day.theatre_day WHERE case_id = ?", LocalDate.class, caseId));
        return theatre.cases(Histories.SITE, day).stream()
                .filter(each -> each.caseId().equals(caseId))
                .findFirst()
                .orElseThrow();
    }

    /** The items of the discharge gate at this time. */
    List<GateItem> gate(String caseId, OffsetDateTime now) {
        return theatreCase(caseId).shownGate();
    }

    /** The step of the ladder at this time. */
    String rung(String caseId, OffsetDateTime now) {
        return theatreCase(caseId).rungAt(now.toInstant()).name();
    }

    @Override
    public void close() {
        postgres.close();
    }
}
