package org.crossface.web.pages.escalation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.crossface.coordination.board.Board;
import org.crossface.coordination.board.EscalatedTask;
import org.crossface.coordination.board.EscalationRow;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.ReadGate;
import org.crossface.pathway.oversight.task.AcknowledgeEscalation;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.platform.api.Role;
import org.crossface.web.pages.GatedReads;
import org.crossface.web.pages.SiteTimes;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What nobody has in hand although somebody of the user's role was told. Every page fetches it into its frame, whenever the board changes and
 * twice a minute; a fetch that shows something is a read like any other, and is recorded.
 */
@Controller
class EscalationBanner {

    /** Most lines of the banner; the rest is counted. */
    private static final int MOST = 3;

    private static final int MOST_COUNTED = 100;

    private final Board board;
    private final GatedReads reads;
    private final Clock clock;

    /** @param clock domain time */
    EscalationBanner(Board board, GatedReads reads, Clock clock) {
        this.board = board;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * View model of an escalation.
     *
     * @param waits since when, as a length of time
     */
    record Line(EscalationRow row, String waits) {}

    @GetMapping("/escalations")
    String banner(@AuthenticationPrincipal CurrentActor actor, Model model) {
        List<EscalationRow> open = List.of();
        String resource = resource(actor.role());
        if (ReadGate.opens(actor.role(), resource)) {
            List<EscalationRow> found = board.escalations(actor.role(), actor.siteFilter(), MOST_COUNTED);
            open = found.isEmpty()
                    ? found
                    : reads.rows(actor, resource, () -> found, EscalationRow::patientId, EscalationRow::siteId);
        }
        model.addAttribute("more", Math.max(0, open.size() - MOST));
        model.addAttribute("lines", open.stream().limit(MOST).map(this::line).toList());
        model.addAttribute("acknowledge", PathwayCommand.publicName(AcknowledgeEscalation.class.getSimpleName()));
        return "escalations";
    }

    private static String resource(Role role) {
        return role == Role.BILLING ? "billing/escalations" : "clinical/escalations";
    }

    private Line line(EscalationRow row) {
        EscalatedTask task = row.task();
        return new Line(row, SiteTimes.roughly(Duration.between(task.since(), clock.instant())));
    }
}
