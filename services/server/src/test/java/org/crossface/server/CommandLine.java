package org.crossface.server;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.crossface.platform.processing.DeadLetters;

/** The operator's commands, beside a server that runs in this JVM. */
public final class CommandLine {

    private CommandLine() {}

    /**
     * What a command has said.
     *
     * @param done whether it ended well
     */
    public record Said(boolean done, String text) {}

    /** {@code --dead-letters} with these words. */
    public static Said deadLetters(DeadLetters letters, String... words) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        boolean done =
                new DeadLetterProgram(letters, new PrintStream(text, true, StandardCharsets.UTF_8)).run(List.of(words));
        return new Said(done, text.toString(StandardCharsets.UTF_8));
    }
}
