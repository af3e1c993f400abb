package org.crossface.platform.drill;

import java.util.List;
import org.crossface.platform.dispatch.Receipt;

/**
 * What a node answers.
 *
 * @param id of the attempt
 * @param refusal simple name of the exception; empty when the command was done
 * @param position of the last event, when done
 * @param sequence of the last event in its stream, when done
 * @param replayed whether it is the answer of an earlier attempt
 */
record NodeAnswer(String id, String refusal, long position, long sequence, boolean replayed) {

    private static final String SEPARATOR = " ";
    private static final String DONE = "done";

    static NodeAnswer of(NodeRequest request, Receipt receipt) {
        return new NodeAnswer(request.id(), "", receipt.position(), receipt.sequenceNumber(), receipt.replayed());
    }

    static NodeAnswer of(NodeRequest request, RuntimeException refusal) {
        return new NodeAnswer(request.id(), refusal.getClass().getSimpleName(), -1, -1, false);
    }

    static NodeAnswer parse(String line) {
        List<String> words = List.of(line.split(SEPARATOR, -1));
        return new NodeAnswer(
                words.get(0),
                words.get(1).equals(DONE) ? "" : words.get(1),
                Long.parseLong(words.get(2)),
                Long.parseLong(words.get(3)),
                Boolean.parseBoolean(words.get(4)));
    }

    String line() {
        return String.join(
                SEPARATOR,
                id,
                done() ? DONE : refusal,
                Long.toString(position),
                Long.toString(sequence),
                Boolean.toString(replayed));
    }

    boolean done() {
        return refusal.isEmpty();
    }
}
