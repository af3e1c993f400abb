package org.crossface.server.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What clients have asked for and been told: the oracle against which what is stored is held. */
final class ClientHistory {

    /** An acknowledgement: this command's event is at this position. */
    record Acknowledged(String request, String event, long position, long atNanos) {}

    /**
     * An event, as stored.
     *
     * @param event its stream and its number there, see {@link #event}
     */
    record Stored(String event, long position) {}

    /** The events that answers name. Registering a person records two facts at once, of which the answer names the second. */
    static final String ANSWERED = "SELECT aggregate_id, sequence_number, position FROM eventstore.event"
            + " WHERE aggregate_type IN ('Patient', 'CarePathway') AND payload_type <> 'patient.patient-registered'";

    private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();

    /** What names an event wherever it is stored. */
    static String event(String streamId, long sequence) {
        return streamId + "#" + sequence;
    }

    /** A client has decided to send this request, however often it takes. */
    void asked(String request) {
        asked.add(request);
    }

    /** A client was told that this request is not carried out. */
    void refused(String request) {
        asked.remove(request);
    }

    void failed() {
        failures.incrementAndGet();
    }

    void acknowledged(Acknowledged answer) {
        acknowledged.put(answer.request(), answer);
    }

    int failures() {
        return failures.get();
    }

    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged.values());
    }

    /** Requests that were never answered. */
    List<String> unanswered() {
        return asked.stream()
                .filter(request -> !acknowledged.containsKey(request))
                .toList();
    }

    /** The longest time in which no client was told that its command is done. */
    Duration longestSilence() {
        List<Long> times = acknowledged.values().stream()
                .map(Acknowledged::atNanos)
                .sorted()
                .toList();
        long longest = 0;
        for (int i = 1; i < times.size(); i++) {
            longest = Math.max(longest, times.get(i) - times.get(i - 1));
        }
        return Duration.ofNanos(longest);
    }

    /** Each way in which what is stored contradicts what clients were told; empty when it does not. */
    List<String> contradictions(List<Stored> stored) {
        List<String> found = new ArrayList<>();
        Map<String, Long> positions = new HashMap<>();
        for (Stored each : stored) {
            if (positions.put(each.event(), each.position()) != null) {
                found.add("stored twice: " + each.event());
            }
        }
        Map<String, String> owners = new HashMap<>();
        acknowledged.values().forEach(answer -> {
            Long position = positions.get(answer.event());
            if (position == null) {
                found.add("acknowledged and lost: " + answer);
            } else if (position != answer.position()) {
                found.add("acknowledged at " + answer.position() + ", stored at " + position + ": " + answer.event());
            }
            String other = owners.put(answer.event(), answer.request());
            if (other != null) {
                found.add("one effect for two requests: " + other + " and " + answer.request());
            }
        });
        positions.keySet().stream()
                .filter(event -> !owners.containsKey(event))
                .forEach(event -> found.add("stored and never acknowledged: " + event));
        return found;
    }
}
