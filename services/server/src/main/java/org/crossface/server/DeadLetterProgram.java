package org.crossface.server;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crossface.platform.processing.BlockedSequence;
import org.crossface.platform.processing.DeadLetter;
import org.crossface.platform.processing.DeadLetters;
import org.crossface.platform.processing.DeadLetters.NoSuchLetter;
import org.crossface.platform.processing.Parking.Later;
import org.springframework.core.env.Environment;

/** Dead letters on the command line. It shows no payload: payloads are shown only to signed-in users, whose reads are recorded. */
final class DeadLetterProgram {

    static final String USAGE = """
            --dead-letters list                        what is blocked
            --dead-letters show ID                     one letter with its error
            --dead-letters retry ID|all                try again, on a node that runs the processor
            --dead-letters park ID WAIT|GO_ON REASON   keep it; the later events wait, or go on without it
            """;

    private static final String ACTOR = "command line";

    private final DeadLetters letters;
    private final PrintStream out;

    DeadLetterProgram(DeadLetters letters, PrintStream out) {
        this.letters = letters;
        this.out = out;
    }

    /**
     * Executes the command, beside a running server or without one.
     *
     * @return whether it succeeded
     */
    static boolean run(Environment environment, List<String> words, PrintStream out) {
        return BesideServer.run(
                environment, context -> new DeadLetterProgram(context.getBean(DeadLetters.class), out).run(words));
    }

    /** Executes the command; false when it failed. */
    boolean run(List<String> words) {
        try {
            return switch (words.isEmpty() ? "list" : words.getFirst()) {
                case "list" -> list();
                case "show" -> words.size() == 2 ? show(words.get(1)) : usage();
                case "retry" -> words.size() == 2 ? retry(words.get(1)) : usage();
                case "park" -> words.size() >= 4 ? park(words) : usage();
                default -> usage();
            };
        } catch (NoSuchLetter absent) {
            out.println(absent.getMessage());
            return false;
        }
    }

    private boolean usage() {
        out.print(USAGE);
        return false;
    }

    private boolean list() {
        List<BlockedSequence> blocked = letters.blocked();
        out.println(blocked.size() + " blocked");
        blocked.forEach(each -> out.printf(
                "%s  %-14s %-40s position %d  %d waiting  %s  %s%n",
                each.head().id(),
                each.head().processor(),
                each.head().event(),
                each.head().position(),
                each.waiting(),
                each.head().triedAt(),
                each.retryWanted() ? "being retried" : each.parking() == null ? "blocked" : "parked"));
        return true;
    }

    private boolean show(String id) {
        Optional<DeadLetter> found = letters.find(id);
        found.ifPresentOrElse(
                letter -> {
                    out.println(letter.event() + " at position " + letter.position() + ", dead letter of "
                            + letter.processor() + " at " + letter.setAsideAt());
                    out.println("event " + letter.eventId() + ", stream " + letter.stream() + " number "
                            + letter.sequenceNumber() + ", sequence " + letter.sequence());
                    out.println(letter.trace() == null ? "It waits behind another dead letter." : letter.trace());
                },
                () -> out.println("There is no dead letter " + id));
        return found.isPresent();
    }

    private boolean retry(String id) {
        int wanted = 1;
        if (id.equals("all")) {
            wanted = letters.retryAll("*", ACTOR);
        } else {
            letters.retry(id, ACTOR);
        }
        out.println(wanted + " to be retried: by the running nodes, else when a node starts");
        return true;
    }

    private boolean park(List<String> words) {
        Optional<Later> later = Arrays.stream(Later.values())
                .filter(each -> each.name().equals(words.get(2)))
                .findFirst();
        if (later.isEmpty()) {
            return usage();
        }
        letters.park(words.get(1), later.get(), String.join(" ", words.subList(3, words.size())), ACTOR);
        out.println("Parked");
        return true;
    }
}
