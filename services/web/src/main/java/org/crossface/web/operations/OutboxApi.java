package org.crossface.web.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.crossface.identity.CurrentActor;
import org.crossface.messages.delivery.MailSettings;
import org.crossface.messages.outbox.Attempt;
import org.crossface.messages.outbox.Letter;
import org.crossface.messages.outbox.MessageState;
import org.crossface.messages.outbox.OutboxMessage;
import org.crossface.web.command.CommandRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Messages to patients and staff: what was sent when, and what became of it. */
@RestController
@RequestMapping("/api/operations/outbox")
class OutboxApi {

    private final OutboxAccess office;
    private final MailSettings settings;

    OutboxApi(OutboxAccess office, MailSettings settings) {
        this.office = office;
        this.settings = settings;
    }

    /**
     * A message without its address and text.
     *
     * @param kind name of its text, such as fasting-reminder
     * @param userId of the staff who receives it; absent when it is for the patient
     */
    record Message(
            String id,
            String pathwayId,
            String patientId,
            String siteId,
            String kind,
            String timer,
            @Nullable String userId,
            MessageState state,
            Instant requestedAt,
            Instant uselessAt,
            int attempts) {

        static Message of(OutboxMessage each) {
            return new Message(
                    each.id(),
                    each.pathwayId(),
                    each.patientId(),
                    each.siteId(),
                    each.kind(),
                    each.timer(),
                    each.userId(),
                    each.state(),
                    each.requestedAt(),
                    each.uselessAt(),
                    each.attempts());
        }
    }

    /**
     * The newest messages.
     *
     * @param mailServer whether a mail server is configured; without one nothing is sent
     * @param counts how many messages are in each state
     * @param messages the newest first, at most 200
     */
    record Overview(boolean mailServer, Map<MessageState, Long> counts, List<Message> messages) {}

    /** A message with its attempts, the first one first. */
    record Detail(Message message, List<Attempt> attempts) {}

    @GetMapping
    Overview list(
            @AuthenticationPrincipal CurrentActor actor, @RequestParam(required = false) @Nullable MessageState state) {
        return new Overview(
                settings.isConfigured(),
                office.counts(actor),
                office.newest(actor, state).stream().map(Message::of).toList());
    }

    @GetMapping("/{id}")
    Detail show(@AuthenticationPrincipal CurrentActor actor, @PathVariable String id) {
        OutboxAccess.Opened opened = office.open(actor, id);
        return new Detail(Message.of(opened.message()), opened.attempts());
    }

    /** Address and text, for auditors and privacy officers who name a purpose of review; each read is recorded. */
    @GetMapping("/{id}/letter")
    Letter letter(@AuthenticationPrincipal CurrentActor actor, @PathVariable String id, HttpServletRequest request) {
        return office.letter(actor, id, CommandRequest.purpose(request, actor));
    }

    @PostMapping("/{id}/again")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Detail again(@AuthenticationPrincipal CurrentActor actor, @PathVariable String id) {
        office.again(actor, id);
        return show(actor, id);
    }
}
