package org.crossface.web.command;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.web.command.CommandEntry.Sent;
import org.crossface.web.documents.Characters;
import org.crossface.web.documents.Deadline;
import org.crossface.web.documents.DocumentLimits;
import org.crossface.web.documents.DocumentRefused;
import org.crossface.web.documents.GuardedJson;
import org.crossface.web.problem.RequestFault;
import org.junit.jupiter.api.Tag;
import tools.jackson.databind.node.ObjectNode;

/** Whatever arrives as a command is read or refused, and soon. {@link CommandReaderCorpusTest} repeats the kept inputs in every build. */
@Tag("fuzz")
class CommandReaderFuzz {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final List<CommandSpec> COMMANDS = CommandCatalogue.read().all();
    private static final GuardedJson JSON = new GuardedJson(DocumentLimits.COMMAND);
    private static final CommandReader READER =
            new CommandReader(Clock.fixed(Instant.parse("2025-01-14T16:00:00Z"), ZoneOffset.UTC));

    @FuzzTest(maxDuration = "3m")
    void aCommandIsReadOrRefused(byte[] input) {
        check(input);
    }

    /** The first byte chooses the command, the others are the body. Late each time counts: once may be the fault of a busy machine. */
    static void check(byte[] input) {
        if (input.length == 0) {
            return;
        }
        for (int i = 0; i < 3; i++) {
            long began = System.nanoTime();
            read(COMMANDS.get((input[0] & 0xff) % COMMANDS.size()), input);
            if (System.nanoTime() - began <= AT_ONCE.toNanos()) {
                return;
            }
        }
        throw new AssertionError("It took longer than " + AT_ONCE);
    }

    private static void read(CommandSpec spec, byte[] input) {
        try {
            String text = Characters.ofUtf8(Arrays.copyOfRange(input, 1, input.length));
            if (JSON.read(text, Deadline.in(AT_ONCE)) instanceof ObjectNode body) {
                Sent sent = Sent.to("stream-1", spec, body, ZoneOffset.UTC);
                FieldFaults faults = new FieldFaults();
                READER.check(sent, faults);
                faults.demandReadable();
                READER.read(sent);
            }
        } catch (RequestFault | DocumentRefused refused) {
            // As it should be.
        }
    }
}
