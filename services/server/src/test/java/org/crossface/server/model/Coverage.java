package org.crossface.server.model;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.crossface.pathway.ModuleClasses;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.EventName;
import org.jspecify.annotations.Nullable;

/** Which rules refused something and which events were recorded, how often, and which never. */
final class Coverage {

    /** So often or less often is seldom. */
    private static final int SELDOM = 2;

    /** Characters of an answer that the report shows. */
    private static final int WIDTH = 200;

    private final Set<String> rules;
    private final Set<String> events = new TreeSet<>();
    private final Map<String, Integer> refusedBy = new TreeMap<>();
    private final Map<String, Integer> emitted = new TreeMap<>();
    private final Map<String, Integer> acceptedCommands = new TreeMap<>();
    private final Map<String, Integer> sentCommands = new TreeMap<>();

    private final Map<String, String> lastSaid = new TreeMap<>();

    private final List<CommandSpec> commands;

    /**
     * @param rules identifiers of all rules of the reference
     * @param commands all commands, of which the report tells who would reach what was not reached
     */
    Coverage(Set<String> rules, List<CommandSpec> commands) {
        this.rules = Set.copyOf(rules);
        this.commands = List.copyOf(commands);
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
                + "  rules never, and the commands that ask them:"
                + lines(rulesNeverRefusing(), this::askedBy)
                + "\n  rules seldom: " + seldom(refusedBy)
                + "\n  rules without reference: " + rulesWithoutReference()
                + "\n  events never, and the commands that record them:"
                + lines(eventsNeverEmitted(), this::recordedBy)
                + "\n  events seldom: " + seldom(emitted)
                + "\n  commands never accepted:"
                + lines(
                        commandsNeverAccepted(),
                        command -> "%d sent, such as: %s".formatted(sentOf(command), shortly(lastSaid.get(command))));
    }

    private static String lines(Set<String> names, UnaryOperator<String> words) {
        return names.stream()
                .map(name -> "%n    %s: %s".formatted(name, words.apply(name)))
                .collect(joining());
    }

    private static String shortly(@Nullable String said) {
        String all = String.valueOf(said);
        return all.substring(0, Math.min(all.length(), WIDTH));
    }

    /** What a run of another seed may miss. */
    private static String seldom(Map<String, Integer> counted) {
        return counted.entrySet().stream()
                .filter(each -> each.getValue() <= SELDOM)
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(joining(", "));
    }

    private String askedBy(String rule) {
        return commands.stream()
                .filter(spec -> Stream.concat(
                                spec.useCase().allConditions().stream().map(Condition::rule),
                                spec.useCase().allChecks().stream().map(Check::rule))
                        .anyMatch(each -> each.id().equals(rule)))
                .map(CommandSpec::title)
                .collect(joining(", "));
    }

    private String recordedBy(String event) {
        return commands.stream()
                .filter(spec -> spec.useCase().recordings().stream()
                        .anyMatch(each -> nameOf(each.event()).equals(event)))
                .map(CommandSpec::title)
                .collect(joining(", "));
    }
}
