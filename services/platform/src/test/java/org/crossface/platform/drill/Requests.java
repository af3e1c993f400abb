package org.crossface.platform.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** A client's history of its requests, each of which must have its effect once, however often it is sent and whatever dies meanwhile. */
final class Requests {

    private final Map<String, NodeRequest> invoked = new ConcurrentHashMap<>();
    private final Map<String, NodeAnswer> answered = new ConcurrentHashMap<>();
    private final AtomicLong attempts = new AtomicLong();
    private final List<String> contradictions = new ArrayList<>();

    /** Sends a request, for the first time or again; waits for its answer; whether there was one. */
    boolean send(Node node, NodeRequest request) {
        NodeRequest attempt = new NodeRequest(
                "t" + attempts.incrementAndGet(),
                request.request(),
                request.key(),
                request.account(),
                request.amount(),
                request.expectedVersion());
        invoked.put(request.request(), attempt);
        try {
            note(request.request(), node.send(attempt).join());
            return true;
        } catch (CompletionException died) {
            if (died.getCause() instanceof Node.Died) {
                return false;
            }
            throw died;
        }
    }

    private void note(String request, NodeAnswer answer) {
        NodeAnswer before = answered.putIfAbsent(request, answer);
        if (before != null
                && before.done()
                && (before.position() != answer.position() || before.sequence() != answer.sequence())) {
            contradict("request " + request + " was answered with " + before + " and then with " + answer);
        }
    }

    private void contradict(String what) {
        synchronized (contradictions) {
            contradictions.add(what);
        }
    }

    /** Those that were sent and have no answer. */
    List<NodeRequest> unknown() {
        return invoked.values().stream()
                .filter(request -> !answered.containsKey(request.request()))
                .toList();
    }

    long acknowledged() {
        return answered.values().stream().filter(NodeAnswer::done).count();
    }

    long refused() {
        return answered.size() - acknowledged();
    }

    /** By what requests were refused. */
    Set<String> refusals() {
        return answered.values().stream()
                .filter(answer -> !answer.done())
                .map(NodeAnswer::refusal)
                .collect(Collectors.toSet());
    }

    /** Requests that were answered as done. */
    Set<String> done() {
        return answered.entrySet().stream()
                .filter(each -> each.getValue().done())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Contradictions between this history and what is stored: lost, doubled, forbidden, or elsewhere than the answer says. */
    List<String> contradictions(JdbcTemplate jdbc) {
        record Stored(String request, long position, long sequence) {}
        List<String> found = new ArrayList<>(contradictions);
        Map<String, Stored> stored = new ConcurrentHashMap<>();
        jdbc.query(
                "SELECT payload ->> 'request', position, sequence_number FROM eventstore.event"
                        + " WHERE payload_type = 'drill.entered'",
                row -> {
                    Stored event = new Stored(row.getString(1), row.getLong(2), row.getLong(3));
                    if (stored.putIfAbsent(event.request(), event) != null) {
                        found.add("request " + event.request() + " has two effects");
                    }
                });
        answered.forEach((request, answer) -> {
            Stored event = stored.get(request);
            if (answer.done() && invokedAmount(request) != 0) {
                if (event == null) {
                    found.add("request " + request + " was acknowledged and is lost");
                } else if (event.position() != answer.position() || event.sequence() != answer.sequence()) {
                    found.add("request " + request + " is not where its answer says: " + event + ", " + answer);
                }
            } else if (!answer.done() && event != null) {
                found.add("request " + request + " was refused (" + answer.refusal() + ") and is stored");
            }
        });
        stored.keySet().stream()
                .filter(request -> !invoked.containsKey(request))
                .forEach(request -> found.add("nobody sent request " + request));
        return found;
    }

    private long invokedAmount(String request) {
        NodeRequest sent = invoked.get(request);
        return sent == null ? 0 : sent.amount();
    }
}
