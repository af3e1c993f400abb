package org.crossface.server.model;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crossface.pathway.ModuleClasses;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.EventName;

/** Which rules refused something and which events were recorded, how often, and which never. */
final class Coverage {

    private final Set<String> rules;
    private final Set<String> events = new TreeSet<>();
    private final Map<String, Integer> refusedBy = new TreeMap<>();
    private final Map<String, Integer> emitted = new TreeMap<>();
    private final Map<String, Integer> acceptedCommands = new TreeMap<>();
    private final Map<String, Integer> sentCommands = new TreeMap<>();

    private final Map<String, String> lastSaid = new TreeMap<>();

    /** @param rules identifiers of all rules of the reference */
    Coverage(Set<String> rules) {
        this.rules = Set.copyOf(rules);
        ModuleClasses.events().forEach(event -> events.add(nameOf(event)));
    }

    static String nameOf(Class<?> event) {
        return event.getAnnotation(EventName.class).value();
    }

    void sent(Attempt attempt, Outcome outcome) {
        sentCommands.merge(attempt.spec().name(), 1, Integer::sum);
        if (outcome.accepted()) {
            acceptedCommands.merge(attempt.spec().name(), 1, Integer::sum);
        }
        lastSaid.put(attempt.spec().name(), outcome.said());
        outcome.rules().forEach(rule -> refusedBy.merge(rule, 1, Integer::sum));
    }

    void emitted(String event, int times) {
        emitted.merge(event, times, Integer::sum);
    }

    int acceptedOf(String command) {
        return acceptedCommands.getOrDefault(command, 0);
    }

    int sentOf(String command) {
        return sentCommands.getOrDefault(command, 0);
    }

    boolean lacksRule(String rule) {
        return !refusedBy.containsKey(rule);
    }

    boolean lacksEvent(Class<? extends PathwayEvent> event) {
        return !emitted.containsKey(nameOf(event));
    }

    /** Rules of the reference that refused nothing. */
    Set<String> rulesNeverRefusing() {
        Set<String> never = new TreeSet<>(rules);
        never.removeAll(refusedBy.keySet());
        return never;
    }

    /** Rules that refused something and that the reference does not list. */
    Set<String> rulesWithoutReference() {
        Set<String> unknown = new TreeSet<>(refusedBy.keySet());
        unknown.removeAll(rules);
        return unknown;
    }

    /** Events that were never recorded. */
    Set<String> eventsNeverEmitted() {
        Set<String> never = new TreeSet<>(events);
        never.removeAll(emitted.keySet());
        return never;
    }

    /** Commands that were sent and never accepted. */
    Set<String> commandsNeverAccepted() {
        Set<String> never = new TreeSet<>(sentCommands.keySet());
        never.removeAll(acceptedCommands.keySet());
        return never;
    }

    /** How many rules of the reference refused something. */
    int rules() {
        return rules.size() - rulesNeverRefusing().size();
    }

    /** How many events were recorded. */
    int events() {
        return events.size() - eventsNeverEmitted().size();
    }

    String report() {
        return "rules that refused: %d of %d; events: %d of %d; commands accepted: %d of %d sent%n"
                        .formatted(
                                rules(),
                                rules.size(),
                                events(),
                                events.size(),
                                acceptedCommands.size(),
                                sentCommands.size())
                + "  rules never: " + rulesNeverRefusing() + "\n  rules without reference: "
                + rulesWithoutReference() + "\n  events never: " + eventsNeverEmitted()
                + "\n  commands never accepted: "
                + commandsNeverAccepted().stream()
                        .map(command -> "%n    %s (%d sent), such as: %s"
                                .formatted(command, sentOf(command), lastSaid.get(command)))
                        .collect(joining());
    }
}
