package org.crossface.server.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossface.server.api.DescribedOperations.Described;
import org.crossface.server.api.Http.Exchange;

/** Requests that the server has accepted, a few of each operation: what hostile ones are made of. */
final class AcceptedRequests {

    private static final int MOST_OF_ONE = 4;

    private final DescribedOperations operations = DescribedOperations.read();
    private final Map<Described, List<Exchange>> accepted = new HashMap<>();

    /** Notes a request if it was accepted. */
    void note(Exchange exchange) {
        int status = exchange.answer().status();
        if (status < 200 || status > 299) {
            return;
        }
        operations.of(exchange.method(), exchange.path()).ifPresent(operation -> {
            List<Exchange> known = accepted.computeIfAbsent(operation, each -> new ArrayList<>());
            if (known.size() < MOST_OF_ONE) {
                known.add(exchange);
            }
        });
    }

    /** How many operations have been reached with a request that was accepted. */
    int operations() {
        return accepted.size();
    }

    /** The operations that have not. */
    List<String> missing() {
        return new TreeSet<>(operations.all().stream()
                        .filter(each -> !accepted.containsKey(each))
                        .map(Described::toString)
                        .toList())
                .stream().toList();
    }

    /** All of them in a fixed order. */
    List<Exchange> all() {
        return new TreeMap<>(accepted.keySet().stream()
                        .collect(java.util.stream.Collectors.toMap(Described::toString, accepted::get)))
                .values().stream()
                        .flatMap(each -> each.stream().sorted(Comparator.comparing(Exchange::path)))
                        .toList();
    }
}
