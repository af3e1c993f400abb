package org.crossface.web.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.crossface.identity.CurrentActor;
import org.crossface.platform.eventstore.PostgresEventStorageEngine.Payload;
import org.crossface.platform.processing.BlockedSequence;
import org.crossface.platform.processing.DeadLetter;
import org.crossface.platform.processing.Parking;
import org.crossface.platform.processing.Parking.Later;
import org.crossface.web.command.CommandRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters of the event processors: list them, retry a sequence, park one. */
@RestController
@RequestMapping("/api/operations/dead-letters")
class DeadLetterApi {

    private final DeadLetterAccess office;

    DeadLetterApi(DeadLetterAccess office) {
        this.office = office;
    }

    /**
     * A dead letter without its payload.
     *
     * @param sequence identifier of the blocked sequence
     * @param event logical name as stored
     * @param failure class of the exception; absent for an event that only waits behind another
     */
    record Letter(
            String id,
            String processor,
            String sequence,
            String eventId,
            long position,
            String event,
            @Nullable String revision,
            @Nullable String stream,
            @Nullable Long sequenceNumber,
            Instant setAsideAt,
            Instant triedAt,
            @Nullable String failure) {

        static Letter of(DeadLetter letter) {
            return new Letter(
                    letter.id(),
                    letter.processor(),
                    letter.sequence(),
                    letter.eventId(),
                    letter.position(),
                    letter.event(),
                    letter.revision(),
                    letter.stream(),
                    letter.sequenceNumber(),
                    letter.setAsideAt(),
                    letter.triedAt(),
                    letter.failure());
        }
    }

    /** A user's decision to park a dead letter. */
    record Decision(
            String letterId, String processor, String eventId, Later later, String reason, String by, Instant at) {

        static @Nullable Decision of(@Nullable Parking parking) {
            return parking == null
                    ? null
                    : new Decision(
                            parking.letterId(),
                            parking.processor(),
                            parking.eventId(),
                            parking.later(),
                            parking.reason(),
                            parking.by(),
                            parking.at());
        }
    }

    /**
     * A sequence that is blocked by a dead letter.
     *
     * @param waiting number of events behind the first dead letter
     */
    record Blocked(Letter letter, int waiting, @Nullable Decision parked, boolean retryWanted) {

        static Blocked of(BlockedSequence each) {
            return new Blocked(Letter.of(each.head()), each.waiting(), Decision.of(each.parking()), each.retryWanted());
        }
    }

    /**
     * All blocked sequences and parked letters that left the queue.
     *
     * @param leftOut letters that were skipped by a decision; kept for a while
     */
    record Overview(List<Blocked> blocked, List<Decision> leftOut) {}

    /**
     * One dead letter with its error.
     *
     * @param trace stack trace, without messages, which could hold personal data
     */
    record Detail(
            Letter letter,
            @Nullable String trace,
            List<Letter> behind,
            @Nullable Decision parked) {}

    /** The processor to retry; all processors when it is absent. */
    record Retry(@Nullable String processor) {}

    /** The number of sequences to retry, on the nodes that run their processors. */
    record Retrying(int sequences) {}

    /**
     * A decision to park a dead letter.
     *
     * @param later WAIT: the events behind it wait; GO_ON: they are handled and the dead letter is removed from the queue
     */
    record Park(@Nullable Later later, @Nullable String reason) {}

    @GetMapping
    Overview list(@AuthenticationPrincipal CurrentActor actor) {
        return new Overview(
                office.blocked(actor).stream().map(Blocked::of).toList(),
                office.leftOut(actor).stream()
                        .map(Decision::of)
                        .filter(each -> each != null)
                        .toList());
    }

    @GetMapping("/{id}")
    Detail show(@AuthenticationPrincipal CurrentActor actor, @PathVariable String id) {
        DeadLetterAccess.Opened opened = office.open(actor, id);
        return new Detail(
                Letter.of(opened.letter()),
                opened.letter().trace(),
                opened.behind().stream().map(Letter::of).toList(),
                Decision.of(opened.parking()));
    }

    /** The decrypted payload, for auditors and privacy officers who name a purpose of review; each read is recorded. */
    @GetMapping("/{id}/payload")
    Payload payload(@AuthenticationPrincipal CurrentActor actor, @PathVariable String id, HttpServletRequest request) {
        return office.payload(actor, id, CommandRequest.purpose(request, actor));
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Retrying retry(@AuthenticationPrincipal CurrentActor actor, @PathVariable String id) {
        office.retry(actor, id);
        return new Retrying(1);
    }

    @PostMapping("/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Retrying retryAll(@AuthenticationPrincipal CurrentActor actor, @RequestBody Retry retry) {
        return new Retrying(office.retryAll(actor, retry.processor()));
    }

    @PostMapping("/{id}/park")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void park(@AuthenticationPrincipal CurrentActor actor, @PathVariable String id, @RequestBody Park park) {
        office.park(actor, id, park.later(), park.reason());
    }
}
