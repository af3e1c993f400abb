package org.crossface.pathway.documents;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.crossface.pathway.ModuleClasses;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.documents.TextbookMoments.Moment;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.usecase.Situation;
import org.crossface.pathway.vocabulary.CaseCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;

/** The transition table: in which phases and case states each command is possible, and to which phase each event leads. */
final class TransitionsPage {

    private static final String SAME = "–";

    private TransitionsPage() {}

    static String print(EventNamesOfCommands recorded) {
        Page page = new Page(
                "Transitions",
                "A command is refused (SEQ-PHASE) in every phase that its row does not name, and each event says itself to which phase it"
                        + " leads. `TransitionsTest` asks for every command in every phase and case state, and has the aggregate decide.");
        page.heading(2, "Phases");
        page.text("A phase that is an end is followed by nothing clinical.");
        page.table(
                List.of("phase", "end", "comes from"),
                Arrays.stream(Phase.values())
                        .map(phase -> List.of(
                                phase.label(),
                                phase.isEnd() ? "yes" : "",
                                leadingTo(phase).collect(joining(", ")))));
        page.heading(2, "Commands");
        page.text(
                "In which phases a command can be given, what it records, and which change of phase follows. In any other phase that it names,"
                        + " the phase stays as it is.");
        page.table(
                List.of("command", "possible in", "records", "leads to"),
                CommandCatalogue.read().ofPathways().stream().map(spec -> row(spec, recorded)));
        page.heading(2, "Case states");
        page.text(
                "Commands about one surgical case, and in which of its states they can be given: to the case of stage one, of stage two, or"
                        + " of both, at some moment of the textbook patient (`stories/sc-01.txt`), or had that case been cancelled or"
                        + " discontinued. Elsewhere a condition refuses, whatever is entered; the present state of a case follows from its facts.");
        List<Moment> moments = TextbookMoments.ofCases();
        page.table(
                Stream.concat(Stream.of("command"), TextbookMoments.CASE_STATES.stream())
                        .toList(),
                CommandCatalogue.read().ofPathways().stream()
                        .filter(spec -> CaseCommand.class.isAssignableFrom(spec.type()))
                        .map(spec -> caseRow(spec, moments)));
        return page.print();
    }

    /** Events of which some variant leads from another phase to this one. */
    private static Stream<String> leadingTo(Phase phase) {
        return ModuleClasses.events().stream()
                .filter(PathwayEvent.class::isAssignableFrom)
                .<Class<? extends PathwayEvent>>map(type -> type.asSubclass(PathwayEvent.class))
                .filter(type -> PhaseTransitions.uncovers(type)
                        ? !phase.isEnd() && phase != Phase.ON_HOLD && phase != Phase.LOST_TO_FOLLOW_UP
                        : Arrays.stream(Phase.values())
                                .anyMatch(before -> before != phase
                                        && PhaseTransitions.after(type, before).contains(phase)))
                .map(type -> "`" + EventNamesOfCommands.stored(type) + "`");
    }

    private static List<String> row(CommandSpec spec, EventNamesOfCommands recorded) {
        return List.of(
                spec.title(),
                spec.phases().isEmpty()
                        ? "opens a pathway, or comes with a document"
                        : spec.phases().size() == Phase.values().length ? "any" : Page.labels(spec.phases().stream()),
                recorded.of(spec.type()).stream().map(name -> "`" + name + "`").collect(joining(", ")),
                recorded.classesOf(spec.type()).stream()
                        .filter(PathwayEvent.class::isAssignableFrom)
                        .flatMap(event -> changes(event.asSubclass(PathwayEvent.class), spec.phases()))
                        .distinct()
                        .collect(joining("; ")));
    }

    /** Such as {@code Referred, Deferred → Under evaluation}. */
    private static Stream<String> changes(Class<? extends PathwayEvent> event, Set<Phase> possible) {
        if (PhaseTransitions.uncovers(event)) {
            return Stream.of("what lies beneath the interruption");
        }
        Map<String, Set<Phase>> beforeByAfter = new LinkedHashMap<>();
        for (Phase before : possible) {
            Set<Phase> after = PhaseTransitions.after(event, before);
            Set<Phase> other = EnumSet.copyOf(after);
            other.remove(before);
            if (!other.isEmpty()) {
                String leads = other.stream().map(Phase::label).collect(joining(" or "))
                        + (after.contains(before) ? ", or stays" : "");
                beforeByAfter
                        .computeIfAbsent(leads, each -> EnumSet.noneOf(Phase.class))
                        .add(before);
            }
        }
        return beforeByAfter.entrySet().stream()
                .map(each -> (each.getValue().equals(possible) ? "" : Page.labels(each.getValue().stream()) + " ")
                        + "→ " + each.getKey());
    }

    private static List<String> caseRow(CommandSpec spec, List<Moment> moments) {
        return Stream.concat(
                        Stream.of(spec.title()),
                        TextbookMoments.CASE_STATES.stream().map(state -> stages(spec, moments, state)))
                .toList();
    }

    private static String stages(CommandSpec spec, List<Moment> moments, String caseState) {
        Set<Stage> possible = EnumSet.noneOf(Stage.class);
        moments.stream()
                .filter(moment -> moment.caseState().equals(caseState))
                .filter(moment -> isPossible(spec, moment))
                .forEach(moment -> possible.add(moment.surgery().stage()));
        return possible.size() == Stage.values().length
                ? "both"
                : possible.stream().map(Page::words).findFirst().orElse(SAME);
    }

    /** Whether the state has nothing against it, without anything being entered. */
    static boolean isPossible(CommandSpec spec, Moment moment) {
        return spec.useCase()
                .unmet(Situation.ofCase(moment.state(), moment.surgery().caseId(), moment.now(), Policy.defaults()))
                .isEmpty();
    }
}
