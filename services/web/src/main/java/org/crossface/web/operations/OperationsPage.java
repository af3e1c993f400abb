package org.crossface.web.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.PurposeOfUse;
import org.crossface.identity.gate.ReadDenied;
import org.crossface.platform.api.Role;
import org.crossface.platform.deadlines.DeadlineWatch;
import org.crossface.platform.processing.BlockedSequence;
import org.crossface.platform.processing.DeadLetter;
import org.crossface.platform.processing.Parking.Later;
import org.crossface.web.problem.RequestFault;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of dead letters and the actions on them, for operators. */
@Controller
class OperationsPage {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern(
                    "d MMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String LIST = "redirect:/operations";

    private final DeadLetterAccess office;
    private final ViewsAccess views;
    private final OutboxAccess outbox;
    private final DeadlineWatch deadlines;

    OperationsPage(DeadLetterAccess office, ViewsAccess views, OutboxAccess outbox, DeadlineWatch deadlines) {
        this.office = office;
        this.views = views;
        this.outbox = outbox;
        this.deadlines = deadlines;
    }

    /** A blocked sequence as a row of the table. */
    record Row(
            String id,
            String event,
            long position,
            String processor,
            String failure,
            int waiting,
            Instant triedAt,
            String tried,
            State state) {

        /** The state of the blocked sequence. */
        enum State {
            RETRYING,
            PARKED,
            BLOCKED
        }

        static Row of(BlockedSequence each) {
            DeadLetter head = each.head();
            String failure = head.failure() == null ? "waits" : head.failure();
            return new Row(
                    head.id(),
                    head.event(),
                    head.position(),
                    head.processor(),
                    failure.substring(failure.lastIndexOf('.') + 1),
                    each.waiting(),
                    head.triedAt(),
                    UTC.format(head.triedAt()),
                    state(each));
        }

        private static State state(BlockedSequence each) {
            if (each.retryWanted()) {
                return State.RETRYING;
            }
            return each.parking() == null ? State.BLOCKED : State.PARKED;
        }
    }

    @GetMapping("/operations")
    String overview(@AuthenticationPrincipal CurrentActor actor, Model model) {
        requireLook(actor);
        model.addAttribute(
                "blocked", office.blocked(actor).stream().map(Row::of).toList());
        model.addAttribute("leftOut", office.leftOut(actor));
        model.addAttribute("position", views.position(actor));
        model.addAttribute("served", views.served(actor));
        model.addAttribute("builds", views.builds(actor));
        model.addAttribute(
                "cameBack",
                outbox.counts(actor).entrySet().stream()
                        .filter(each -> each.getKey().isDead())
                        .mapToLong(Map.Entry::getValue)
                        .sum());
        model.addAttribute("deadlines", deadlines.reported());
        model.addAttribute("mayAct", OperationsAccess.mayAct(actor));
        return "operations";
    }

    @GetMapping("/operations/dead-letters/{id}")
    String letter(
            @AuthenticationPrincipal CurrentActor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean payload,
            Model model,
            RedirectAttributes after) {
        requireLook(actor);
        try {
            model.addAttribute("opened", office.open(actor, id));
        } catch (RequestFault gone) {
            return said(after, gone);
        }
        boolean mayRead = actor.role() != Role.ADMINISTRATOR;
        model.addAttribute("mayAct", OperationsAccess.mayAct(actor));
        model.addAttribute("mayRead", mayRead);
        if (payload) {
            model.addAttribute("payload", office.payload(actor, id, purpose(actor)));
        }
        return "operations-letter";
    }

    private static String purpose(CurrentActor actor) {
        return actor.role() == Role.PRIVACY_OFFICER ? PurposeOfUse.COMPLIANCE : PurposeOfUse.QUALITY;
    }

    @PostMapping("/operations/views/build")
    String build(
            @AuthenticationPrincipal CurrentActor actor,
            @RequestParam(required = false) @Nullable String view,
            RedirectAttributes after) {
        requireAct(actor);
        try {
            views.start(actor, null, view);
            after.addFlashAttribute(
                    "said",
                    view == null
                            ? "All views are built anew; people read the older ones meanwhile"
                            : "The view " + view + " is built anew; people read the older one meanwhile");
            return LIST;
        } catch (RequestFault fault) {
            return said(after, fault);
        }
    }

    @PostMapping("/operations/views/builds/{number}/cancel")
    String cancel(@AuthenticationPrincipal CurrentActor actor, @PathVariable long number, RedirectAttributes after) {
        requireAct(actor);
        try {
            views.cancel(actor, number);
            after.addFlashAttribute("said", "The build is given up and nothing is left of it");
            return LIST;
        } catch (RequestFault fault) {
            return said(after, fault);
        }
    }

    @PostMapping("/operations/dead-letters/retry")
    String retryAll(@AuthenticationPrincipal CurrentActor actor, RedirectAttributes after) {
        requireAct(actor);
        int sequences = office.retryAll(actor, null);
        after.addFlashAttribute("said", sequences + " to be tried again on the nodes that run their processors");
        return LIST;
    }

    @PostMapping("/operations/dead-letters/{id}/retry")
    String retry(@AuthenticationPrincipal CurrentActor actor, @PathVariable String id, RedirectAttributes after) {
        requireAct(actor);
        try {
            office.retry(actor, id);
            after.addFlashAttribute("said", "It is tried again on a node that runs its processor");
            return LIST;
        } catch (RequestFault gone) {
            return said(after, gone);
        }
    }

    @PostMapping("/operations/dead-letters/{id}/park")
    String park(
            @AuthenticationPrincipal CurrentActor actor,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Later later,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes after) {
        requireAct(actor);
        try {
            office.park(actor, id, later, reason);
            after.addFlashAttribute("said", "The letter is parked");
            return LIST;
        } catch (RequestFault fault) {
            return said(after, fault);
        }
    }

    @ExceptionHandler(ReadDenied.class)
    void denied(ReadDenied denied, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    @ExceptionHandler(NotVisible.class)
    void notVisible(NotVisible hidden, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private static String said(RedirectAttributes after, RequestFault fault) {
        after.addFlashAttribute("fault", fault.getMessage());
        return LIST;
    }

    private static void requireLook(CurrentActor actor) {
        if (!OperationsAccess.mayLook(actor.role())) {
            throw new AccessDeniedException("Operations are not for this role");
        }
    }

    private static void requireAct(CurrentActor actor) {
        if (!OperationsAccess.mayAct(actor)) {
            throw new AccessDeniedException("This role changes nothing here");
        }
    }
}
