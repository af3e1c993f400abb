package org.crossface.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crossface.coordination.ViewPositions;
import org.crossface.coordination.board.Board;
import org.crossface.coordination.board.BoardFilter;
import org.crossface.coordination.board.BoardRow;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.vocabulary.Phase;
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

/** The pathways of the reader's sites, from the board's view. */
@RestController
class PathwayList {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Board board;
    private final ViewPositions positions;
    private final ReadGate gate;
    private final Clock clock;

    PathwayList(Board board, ViewPositions positions, ReadGate gate, Clock clock) {
        this.board = board;
        this.positions = positions;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * A pathway in the list.
     *
     * @param side {@code LEFT}, {@code RIGHT} or {@code BILATERAL}; absent until it is recorded
     * @param position of the newest event in the view
     */
    record Entry(
            String pathwayId,
            String number,
            String patientId,
            @Nullable String familyName,
            @Nullable String givenName,
            String siteId,
            Phase phase,
            @Nullable String side,
            LocalDate referredOn,
            @Nullable String nextStep,
            @Nullable LocalDate nextDueOn,
            long position) {}

    /**
     * Lists pathways in the order of their opening.
     *
     * @param q parts of names in any order, a birth date such as 1990-06-02, or a part of the pathway's number
     * @param phase only those in this phase
     * @param patientId only those of this patient
     * @param position waits up to 5 s until the view holds the event at this position
     */
    @GetMapping("/api/pathways")
    ResponseEntity<List<Entry>> list(
            @AuthenticationPrincipal CurrentActor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String phase,
            @RequestParam(required = false) @Nullable String patientId,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @Nullable String start,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletRequest request) {
        Phase wanted = phase == null ? null : phaseOf(phase);
        if (position != null && !positions.awaitPosition(position, LONGEST_WAIT)) {
            throw RequestFault.unavailable(
                    "The view has not come to position " + position + " within " + LONGEST_WAIT.toSeconds() + " s",
                    "Ask again in a moment");
        }
        Page page = Page.of(start, limit);
        LocalDate today = LocalDate.now(clock);
        BoardFilter filter = BoardFilter.all().searching(q).within(actor.siteFilter());
        return gate.show(actor, "clinical/pathways", CommandRequest.purpose(request, actor), () -> {
                    Part<BoardRow> found = page.cut(
                            board.page(filter, wanted, patientId, today, page.start(), page.rows()),
                            BoardRow::pathwayId);
                    return new Shown<>(
                            found.map(PathwayList::entry),
                            found.each(row -> Set.of(row.patientId())),
                            found.each(row -> Set.of(row.siteId())));
                })
                .answer(request);
    }

    private static Phase phaseOf(String name) {
        return Arrays.stream(Phase.values())
                .filter(phase -> phase.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> RequestFault.badField(
                        "phase", "There is no phase " + name, "Use one of " + Arrays.toString(Phase.values())));
    }

    private static Entry entry(BoardRow row) {
        return new Entry(
                row.pathwayId(),
                row.number(),
                row.patientId(),
                row.familyName(),
                row.givenName(),
                row.siteId(),
                row.phase(),
                row.side(),
                row.referredOn(),
                row.next() == null ? null : row.next().label(),
                row.next() == null ? null : row.next().dueOn(),
                row.position());
    }
}
