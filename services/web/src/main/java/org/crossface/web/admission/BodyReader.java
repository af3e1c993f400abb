package org.crossface.web.admission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.crossface.web.documents.Deadline;
import org.crossface.web.documents.DocumentRefused;
import org.crossface.web.documents.DocumentRefused.Kind;

/** Reads a body to its end, within a limit of bytes, a time limit and the budget of all bodies together. */
final class BodyReader implements AutoCloseable {

    /** Base time for any body; one second is added for each {@value #BYTES_PER_SECOND} bytes that the body may have. */
    private static final Duration LEAST_TIME = Duration.ofSeconds(5);

    private static final int BYTES_PER_SECOND = 262_144;
    private static final int PIECE = 8_192;

    private final BodyBudget budget;
    private final int mostBytes;
    private long held;

    BodyReader(BodyBudget budget, int mostBytes) {
        this.budget = budget;
        this.mostBytes = mostBytes;
    }

    /** The time limit for a body of at most this many bytes. */
    static Duration timeFor(int mostBytes) {
        return LEAST_TIME.plusSeconds(mostBytes / BYTES_PER_SECOND);
    }

    /**
     * Reads the body.
     *
     * @throws DocumentRefused if the body is too long, too slow or incomplete, or if the budget is exhausted
     */
    byte[] read(InputStream in) {
        return read(in, Deadline.in(timeFor(mostBytes)));
    }

    byte[] read(InputStream in, Deadline deadline) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        try {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (whole.size() + (long) read > mostBytes) {
                    throw tooLarge(mostBytes);
                }
                if (deadline.isOver()) {
                    throw tooSlow();
                }
                if (!budget.take(read)) {
                    throw new DocumentRefused(
                            Kind.BUSY, "", "The server reads as much as it can", "Repeat the request in a few seconds");
                }
                held += read;
                whole.write(piece, 0, read);
            }
            return whole.toByteArray();
        } catch (SocketTimeoutException e) {
            throw tooSlow();
        } catch (IOException e) {
            throw new DocumentRefused(Kind.MALFORMED, "", "The body did not arrive whole", "Send it again");
        }
    }

    static DocumentRefused tooLarge(int mostBytes) {
        return new DocumentRefused(
                Kind.TOO_LARGE,
                "",
                "The body has more than " + mostBytes + " bytes",
                "Send at most " + mostBytes + " bytes at once");
    }

    private static DocumentRefused tooSlow() {
        return new DocumentRefused(Kind.TOO_SLOW, "", "The body did not arrive in time", "Send it without pauses");
    }

    /** Gives the body's bytes back to the budget. */
    @Override
    public void close() {
        budget.giveBack(held);
        held = 0;
    }
}
