package org.crossface.messages.outbox;

import java.time.Instant;

/**
 * An attempt to hand a message to a mail server.
 *
 * @param number from 1
 * @param at in domain time
 * @param outcome what the message became by it
 * @param reply code of the mail server, such as {@code 550 5.1.1}, or what kept it away; never its text, which may hold the address
 */
public record Attempt(int number, Instant at, MessageState outcome, String reply) {}
