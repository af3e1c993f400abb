package org.crossface.web.operations;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.Asked;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadGate;
import org.crossface.identity.gate.Shown;
import org.crossface.pathway.authority.PatientReach;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.eventstore.PostgresEventStorageEngine.Payload;
import org.crossface.platform.processing.BlockedSequence;
import org.crossface.platform.processing.DeadLetter;
import org.crossface.platform.processing.DeadLetters;
import org.crossface.platform.processing.DeadLetters.NoSuchLetter;
import org.crossface.platform.processing.Parking;
import org.crossface.platform.processing.Parking.Later;
import org.crossface.web.problem.RequestFault;
import org.jspecify.annotations.Nullable;

/**
 * Reads dead letters for users. Metadata and error hold nothing personal: administrators see those of all sites, auditors and privacy officers those
 * of their own. The payload is shown only through the read gate, which admits auditors and privacy officers for a purpose of review and records the
 * read.
 */
final class DeadLetterAccess {

    /** The resource name of the payload in the access log. */
    static final String PAYLOAD = "audit/dead-letter";

    private static final int LONGEST_REASON = 500;

    private final DeadLetters letters;
    private final PostgresEventStorageEngine engine;
    private final ReadGate gate;
    private final PatientReach patients;

    DeadLetterAccess(DeadLetters letters, PostgresEventStorageEngine engine, ReadGate gate, PatientReach patients) {
        this.patients = patients;
        this.letters = letters;
        this.engine = engine;
        this.gate = gate;
    }

    /** A dead letter and the events that wait behind it. */
    record Opened(
            DeadLetter letter,
            List<DeadLetter> behind,
            @Nullable Parking parking,
            boolean head) {}

    List<BlockedSequence> blocked(CurrentActor actor) {
        OperationsAccess.requireLook(actor, "look at dead letters");
        return letters.blocked().stream()
                .filter(each -> sees(actor, each.head()))
                .toList();
    }

    List<Parking> leftOut(CurrentActor actor) {
        OperationsAccess.requireLook(actor, "look at dead letters");
        return letters.parked(Later.GO_ON).stream()
                .filter(each -> sees(actor, each.sequence()))
                .toList();
    }

    Opened open(CurrentActor actor, String id) {
        OperationsAccess.requireLook(actor, "look at dead letters");
        DeadLetter letter = letters.find(id).filter(found -> sees(actor, found)).orElseThrow(DeadLetterAccess::gone);
        List<DeadLetter> sequence = letters.sequence(letter.processor(), letter.sequence());
        return new Opened(
                letter,
                sequence.stream().filter(each -> each.index() > letter.index()).toList(),
                letters.parked(Later.WAIT).stream()
                        .filter(each -> each.letterId().equals(id))
                        .findFirst()
                        .orElse(null),
                sequence.stream().noneMatch(each -> each.index() < letter.index()));
    }

    Payload payload(CurrentActor actor, String id, String purpose) {
        Supplier<Asked> asked = () -> letters.find(id)
                .map(letter -> new Asked(subject(letter), sites(letter)))
                .orElse(Asked.NOBODY);
        return gate.show(actor, PAYLOAD, purpose, asked, () -> {
            DeadLetter letter = letters.find(id).orElseThrow(() -> new NotVisible(PAYLOAD));
            Payload payload = engine.payloadOf(letter.eventId()).orElseThrow(() -> new NotVisible(PAYLOAD));
            return new Shown<>(payload, subject(letter), sites(letter));
        });
    }

    private static Set<String> subject(DeadLetter letter) {
        return letter.subject() == null ? Set.of() : Set.of(letter.subject());
    }

    private boolean sees(CurrentActor actor, DeadLetter letter) {
        return OperationsAccess.mayAct(actor) || actor.seesOneOf(sites(letter));
    }

    /** Whether the actor sees a sequence; its sites are those of the patient. */
    private boolean sees(CurrentActor actor, String sequence) {
        return OperationsAccess.mayAct(actor) || actor.seesOneOf(patients.sitesOf(sequence));
    }

    private Set<String> sites(DeadLetter letter) {
        if (letter.site() != null) {
            return Set.of(letter.site());
        }
        return letter.subject() == null ? Set.of() : patients.sitesOf(letter.subject());
    }

    void retry(CurrentActor actor, String id) {
        OperationsAccess.requireAct(actor, "retry dead letters");
        try {
            letters.retry(id, actor.id());
        } catch (NoSuchLetter absent) {
            throw gone();
        }
    }

    int retryAll(CurrentActor actor, @Nullable String processor) {
        OperationsAccess.requireAct(actor, "retry dead letters");
        return letters.retryAll(processor == null || processor.isBlank() ? "*" : processor, actor.id());
    }

    void park(CurrentActor actor, String id, @Nullable Later later, @Nullable String reason) {
        OperationsAccess.requireAct(actor, "park dead letters");
        if (later == null) {
            throw RequestFault.badField(
                    "later",
                    "It is not said what happens to the events behind it",
                    "Give WAIT (they wait) or GO_ON (they are handled without it)");
        }
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw RequestFault.badField(
                    "reason", "The reason is missing or too long", "Give 1 to " + LONGEST_REASON + " characters");
        }
        try {
            letters.park(id, later, reason.strip(), actor.id());
        } catch (NoSuchLetter absent) {
            throw gone();
        }
    }

    private static RequestFault gone() {
        return RequestFault.notFound(
                "There is no such dead letter, or it is not the first of its sequence",
                "Look at the list again; it may have been handled meanwhile");
    }
}
