package org.crossface.messages.delivery;

import org.crossface.messages.outbox.Letter;

/** Where messages are handed over. */
@FunctionalInterface
public interface MailServer {

    /**
     * Hands a message over.
     *
     * @param id of the message; the same one for each attempt, so that a mailbox can tell that two are one
     */
    Result send(String id, Letter letter);

    /**
     * What the server said.
     *
     * @param reply its code, such as {@code 250}, or what kept it away; nothing personal
     */
    record Result(Kind kind, String reply) {

        /** What follows from it. */
        public enum Kind {
            /** The server is responsible for it now. */
            TAKEN,
            /** The server will never take it (SMTP 5xx). */
            REFUSED,
            /** It may be taken later (SMTP 4xx, a server that is away, wrong credentials). */
            LATER
        }
    }
}
