package org.crossface.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Signals that Java cannot send by itself. */
final class Signals {
    private Signals() {}

    /** Sends a signal such as {@code INT}; it is no error when the process has already ended. */
    static void send(String signal, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -\"$1\" \"$2\"", "sh", signal, Long.toString(pid))
                .redirectErrorStream(true)
                .start();
        String answer = new String(kill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean stillThere = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        if (kill.waitFor() != 0 && stillThere) {
            throw new IOException("Cannot signal process " + pid + ": " + answer.strip());
        }
    }
}
