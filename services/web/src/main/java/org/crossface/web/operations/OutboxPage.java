package org.crossface.web.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.PurposeOfUse;
import org.crossface.identity.gate.ReadDenied;
import org.crossface.messages.delivery.MailSettings;
import org.crossface.messages.outbox.MessageState;
import org.crossface.messages.outbox.OutboxMessage;
import org.crossface.pathway.followup.Timers;
import org.crossface.platform.api.Role;
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

/** The outbox: what was sent, when, and what became of it; what came back can be sent again. */
@Controller
class OutboxPage {

    private static final String LIST = "redirect:/operations/outbox";

    private final OutboxAccess office;
    private final MailSettings settings;

    OutboxPage(OutboxAccess office, MailSettings settings) {
        this.office = office;
        this.settings = settings;
    }

    /** How a state looks: a chip with a colour, a symbol and a word. */
    record Look(String tone, String icon, String label) {}

    /** View model of a message. */
    record Row(OutboxMessage message, String about, Look look) {}

    /** How many messages are in a state. */
    record Counted(MessageState state, Look look, long count) {}

    @GetMapping("/operations/outbox")
    String page(
            @AuthenticationPrincipal CurrentActor actor,
            @RequestParam(required = false) @Nullable String state,
            Model model) {
        requireLook(actor);
        MessageState wanted = known(state);
        List<Row> rows = office.newest(actor, wanted).stream().map(this::row).toList();
        List<Counted> counts = office.counts(actor).entrySet().stream()
                .map(each -> new Counted(each.getKey(), look(each.getKey()), each.getValue()))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("counts", counts);
        model.addAttribute("total", counts.stream().mapToLong(Counted::count).sum());
        model.addAttribute("wanted", wanted);
        model.addAttribute("sends", settings.isConfigured());
        return "outbox";
    }

    /** A state that nobody knows shows all messages. */
    private static @Nullable MessageState known(@Nullable String state) {
        for (MessageState each : MessageState.values()) {
            if (each.name().equalsIgnoreCase(state)) {
                return each;
            }
        }
        return null;
    }

    private Row row(OutboxMessage message) {
        return new Row(message, Timers.name(message.timer()), look(message.state()));
    }

    private Look look(MessageState state) {
        return switch (state) {
            case WAITING ->
                settings.isConfigured()
                        ? new Look("active", "hourglass", "Waiting")
                        : new Look("hold", "lock", "No mail server");
            case SENT -> new Look("done", "circle-check", "Sent");
            case REFUSED -> new Look("late", "octagon-alert", "Refused");
            case GIVEN_UP -> new Look("late", "octagon-alert", "Given up");
            case TOO_LATE -> new Look("hold", "circle-slash", "Too late");
            case NO_CONSENT -> new Look("hold", "circle-slash", "No consent to be contacted");
            case NO_ADDRESS -> new Look("hold", "circle-slash", "No address");
        };
    }

    @GetMapping("/operations/outbox/{id}")
    String message(
            @AuthenticationPrincipal CurrentActor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean letter,
            Model model,
            RedirectAttributes after) {
        requireLook(actor);
        try {
            OutboxAccess.Opened opened = office.open(actor, id);
            model.addAttribute("row", row(opened.message()));
            model.addAttribute("attempts", opened.attempts());
        } catch (RequestFault gone) {
            return said(after, gone);
        }
        model.addAttribute("mayAct", OperationsAccess.mayAct(actor));
        model.addAttribute("mayRead", actor.role() != Role.ADMINISTRATOR);
        if (letter) {
            model.addAttribute("letter", office.letter(actor, id, purpose(actor)));
        }
        return "outbox-message";
    }

    private static String purpose(CurrentActor actor) {
        return actor.role() == Role.PRIVACY_OFFICER ? PurposeOfUse.COMPLIANCE : PurposeOfUse.QUALITY;
    }

    @PostMapping("/operations/outbox/{id}/again")
    String again(@AuthenticationPrincipal CurrentActor actor, @PathVariable String id, RedirectAttributes after) {
        if (!OperationsAccess.mayAct(actor)) {
            throw new AccessDeniedException("This role changes nothing here");
        }
        try {
            office.again(actor, id);
            after.addFlashAttribute("said", "It is sent again");
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
}
