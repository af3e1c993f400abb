package org.crossface.web.pages.board;

import static java.util.Comparator.comparing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossface.coordination.board.Board;
import org.crossface.coordination.board.BoardFilter;
import org.crossface.coordination.board.BoardRow;
import org.crossface.coordination.board.Lane;
import org.crossface.identity.CurrentActor;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.web.pages.GatedReads;
import org.crossface.web.pages.Names;
import org.crossface.web.pages.SiteTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** All pathways by phase, as a board or as a table. */
@Controller
class BoardPage {

    /** Most cards in a lane; a link leads to a page with the rest. */
    private static final int SHOWN_PER_LANE = 40;

    private static final int MOST_IDS = 200;

    private final Board board;
    private final GatedReads reads;
    private final Policies policies;
    private final SiteTimes times;

    BoardPage(Board board, GatedReads reads, Policies policies, SiteTimes times) {
        this.board = board;
        this.reads = reads;
        this.policies = policies;
        this.times = times;
    }

    /** View model of one lane. */
    record LaneView(Lane lane, Board.LaneCount count, List<Card> cards, int more) {}

    /** The counts of one lane. */
    record Counted(Lane lane, Board.LaneCount count) {}

    @GetMapping("/pathways")
    String page(@ModelAttribute("at") BoardAddress at, @AuthenticationPrincipal CurrentActor actor, Model model) {
        List<Card> cards = cards(at, actor);
        counts(at, actor, model);
        model.addAttribute("cards", cards);
        model.addAttribute("lanes", lanes(at, cards));
        model.addAttribute("filtered", !at.filter().isAll());
        return "pathways";
    }

    /** The cards of these pathways and the counts of the lanes. The browser fetches them after a change event of the live stream. */
    @GetMapping("/pathways/cards")
    String changed(
            @ModelAttribute("at") BoardAddress at,
            @RequestParam List<String> ids,
            @AuthenticationPrincipal CurrentActor actor,
            Model model) {
        List<String> wanted = ids.stream().limit(MOST_IDS).toList();
        BoardFilter filter = within(at, actor);
        List<BoardRow> rows = reads.rows(
                actor,
                "clinical/board",
                () -> board.rows(filter, times.today(), wanted),
                BoardRow::patientId,
                BoardRow::siteId);
        counts(at, actor, model);
        model.addAttribute("cards", written(at, rows));
        model.addAttribute("laneCounts", laneCounts(filter));
        return "pathways-cards";
    }

    /** The table as CSV. */
    @GetMapping("/pathways.csv")
    ResponseEntity<String> export(@ModelAttribute("at") BoardAddress at, @AuthenticationPrincipal CurrentActor actor) {
        BoardFilter filter = within(at, actor);
        List<BoardRow> rows = reads.rows(
                actor,
                "clinical/board/export",
                () -> board.rows(filter, times.today()),
                BoardRow::patientId,
                BoardRow::siteId);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("pathways.csv")
                                .build()
                                .toString())
                .body(BoardCsv.of(rows, Names.of(at.names())));
    }

    private List<Card> cards(BoardAddress at, CurrentActor actor) {
        BoardFilter filter = within(at, actor);
        return written(
                at,
                reads.rows(
                        actor,
                        "clinical/board",
                        () -> board.rows(filter, times.today()),
                        BoardRow::patientId,
                        BoardRow::siteId));
    }

    private List<Card> written(BoardAddress at, List<BoardRow> rows) {
        Cards cards = new Cards(times, Names.of(at.names()), policy());
        return rows.stream().map(cards::card).sorted(comparing(Card::order)).toList();
    }

    private static BoardFilter within(BoardAddress at, CurrentActor actor) {
        return at.filter().within(actor.siteFilter());
    }

    private void counts(BoardAddress at, CurrentActor actor, Model model) {
        LocalDate today = times.today();
        Set<String> sites = within(at, actor).sites();
        Map<Lane, Board.LaneCount> everyone = board.counts(BoardFilter.all().within(sites), today);
        model.addAttribute("phases", counted(everyone));
        model.addAttribute(
                "live",
                everyone.entrySet().stream()
                        .filter(each -> each.getKey() != Lane.COMPLETED)
                        .mapToInt(each -> each.getValue().total())
                        .sum());
        model.addAttribute(
                "ended",
                everyone.getOrDefault(Lane.COMPLETED, Board.LaneCount.none()).total());
        model.addAttribute("overdue", total(within(sites, 0, false), today));
        model.addAttribute("soonDays", policy().of(Threshold.SOON_DAYS));
        model.addAttribute("completionMonths", policy().of(Threshold.COMPLETION_MONTHS));
        model.addAttribute("soon", total(within(sites, policy().of(Threshold.SOON_DAYS), false), today));
        model.addAttribute("held", total(within(sites, null, true), today));
    }

    private Policy policy() {
        return policies.inForceAt(times.now());
    }

    private static BoardFilter within(@Nullable Set<String> sites, @Nullable Integer dueWithinDays, boolean held) {
        return new BoardFilter(null, null, Set.of(), dueWithinDays, held, null, sites);
    }

    private int total(BoardFilter filter, LocalDate today) {
        return board.counts(filter, today).values().stream()
                .mapToInt(Board.LaneCount::total)
                .sum();
    }

    private List<Counted> laneCounts(BoardFilter filter) {
        return counted(board.counts(filter, times.today()));
    }

    private static List<Counted> counted(Map<Lane, Board.LaneCount> counts) {
        return Arrays.stream(Lane.values())
                .map(lane -> new Counted(lane, counts.getOrDefault(lane, Board.LaneCount.none())))
                .toList();
    }

    private List<LaneView> lanes(BoardAddress at, List<Card> cards) {
        Map<Lane, List<Card>> byLane =
                cards.stream().collect(Collectors.groupingBy(card -> card.row().lane()));
        Set<Lane> chosen = at.filter().lanes();
        return Arrays.stream(Lane.values())
                .filter(lane -> chosen.isEmpty() || chosen.contains(lane))
                .map(lane -> lane(lane, byLane.getOrDefault(lane, List.of()), !chosen.isEmpty()))
                .toList();
    }

    private LaneView lane(Lane lane, List<Card> cards, boolean whole) {
        LocalDate today = times.today();
        int overdue =
                (int) cards.stream().filter(card -> card.row().overdueOn(today)).count();
        int due = (int) cards.stream().filter(card -> card.row().dueBy(today)).count() - overdue;
        List<Card> shown = whole ? cards : cards.stream().limit(SHOWN_PER_LANE).toList();
        return new LaneView(lane, new Board.LaneCount(cards.size(), overdue, due), shown, cards.size() - shown.size());
    }
}
