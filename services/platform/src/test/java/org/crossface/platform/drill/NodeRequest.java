package org.crossface.platform.drill;

import java.util.List;

/**
 * What a client asks of a node.
 *
 * @param id of this attempt
 * @param request names the effect; all attempts at it share the name
 * @param key the idempotency key; empty for none
 * @param amount 0 opens the account
 * @param expectedVersion version that the account must have; {@link #ANY_VERSION} for any
 */
record NodeRequest(String id, String request, String key, String account, long amount, long expectedVersion) {

    static final long ANY_VERSION = -2;

    private static final String SEPARATOR = " ";
    private static final String NO_KEY = "-";

    static NodeRequest parse(String line) {
        List<String> words = List.of(line.split(SEPARATOR, -1));
        return new NodeRequest(
                words.get(0),
                words.get(1),
                words.get(2).equals(NO_KEY) ? "" : words.get(2),
                words.get(3),
                Long.parseLong(words.get(4)),
                Long.parseLong(words.get(5)));
    }

    String line() {
        return String.join(
                SEPARATOR,
                id,
                request,
                key.isEmpty() ? NO_KEY : key,
                account,
                Long.toString(amount),
                Long.toString(expectedVersion));
    }

    Object command() {
        return amount == 0 ? new Account.Open(account) : new Account.Enter(account, amount, request);
    }
}
