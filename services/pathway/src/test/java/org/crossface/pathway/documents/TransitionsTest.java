package org.crossface.pathway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.pathway.DryRun;
import org.crossface.pathway.EdgeValues;
import org.crossface.pathway.Samples;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.documents.TextbookMoments.Moment;
import org.crossface.pathway.oversight.CareTransferred;
import org.crossface.pathway.oversight.LostToFollowUpDeclared;
import org.crossface.pathway.oversight.PathwayPutOnHold;
import org.crossface.pathway.oversight.PatientDied;
import org.crossface.pathway.oversight.PatientWithdrew;
import org.crossface.pathway.oversight.WithdrawalScope;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.rehabilitation.events.PathwayCompleted;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Situation;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.decision.CommandRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The transition table, carried out: every command in every phase and case state, and every event in every phase. */
@Tag("SEQ-PHASE")
class TransitionsTest {

    private static final List<CommandSpec> COMMANDS = CommandCatalogue.read().ofPathways().stream()
            .filter(spec -> !spec.phases().isEmpty())
            .toList();

    private static final EventNamesOfCommands RECORDED = new EventNamesOfCommands(Sources.ofMain());

    /** The first moment of each case state of each stage. */
    private static Map<String, Moment> caseStates() {
        Map<String, Moment> first = new LinkedHashMap<>();
        TextbookMoments.ofCases()
                .forEach(moment -> first.putIfAbsent(moment.surgery().stage() + " " + moment.caseState(), moment));
        return first;
    }

    @Test
    void thereIsAMomentForEachCaseStateOfEachStage() {
        assertThat(caseStates()).hasSize(2 * TextbookMoments.CASE_STATES.size());
    }

    /** All that the state has against a command, whatever is entered. */
    @TestFactory
    Stream<DynamicTest> inEachCaseStateAndPhaseACommandIsPossibleInItsPhasesOnly() {
        return forEachCaseState((moment, wrong) -> {
            for (Phase phase : Phase.values()) {
                PathwayState state = in(phase, moment.state());
                for (CommandSpec spec : COMMANDS) {
                    for (Situation situation : spec.useCase().situations(state, moment.now(), Policy.defaults())) {
                        List<String> broken = spec.useCase().unmet(situation).stream()
                                .map(each -> each.found().rule().id())
                                .toList();
                        compare(spec, phase, broken, wrong);
                    }
                }
            }
        });
    }

    /** The same by the aggregate: in each case state in the phase that it is in, and in every interruption and end that can follow. */
    @TestFactory
    Stream<DynamicTest> theAggregateDecidesSo() {
        DryRun dryRun = new DryRun();
        return forEachCaseState((moment, wrong) -> {
            boolean isFirst = moment.caseState().equals(TextbookMoments.CASE_STATES.getFirst())
                    && moment.surgery().stage() == Stage.ONE;
            Set<Phase> phases = EnumSet.of(moment.state().phase());
            if (isFirst) {
                phases.addAll(LEADING_TO.keySet());
            }
            for (CommandSpec spec : COMMANDS) {
                PathwayCommand command = command(spec, moment);
                for (Phase phase : phases) {
                    List<String> broken = dryRun
                            .refusal(leading(moment, phase), command)
                            .map(CommandRefused::broken)
                            .orElse(List.of())
                            .stream()
                            .map(each -> each.rule().id())
                            .toList();
                    compare(spec, phase, broken, wrong);
                }
            }
        });
    }

    private static Stream<DynamicTest> forEachCaseState(BiConsumer<Moment, List<String>> tries) {
        return caseStates().entrySet().stream()
                .map(moment -> DynamicTest.dynamicTest(moment.getKey(), () -> {
                    List<String> wrong = new ArrayList<>();
                    tries.accept(moment.getValue(), wrong);
                    assertThat(wrong).isEmpty();
                }));
    }

    /** The facts that interrupt or end a pathway, whatever was before. */
    private static final Map<Phase, PathwayEvent> LEADING_TO = Map.of(
            Phase.ON_HOLD, Samples.of(PathwayPutOnHold.class),
            Phase.LOST_TO_FOLLOW_UP, Samples.of(LostToFollowUpDeclared.class),
            Phase.WITHDRAWN, Samples.of(PatientWithdrew.class, Map.of("scope", WithdrawalScope.WHOLE_PATHWAY)),
            Phase.TRANSFERRED_OUT, Samples.of(CareTransferred.class),
            Phase.COMPLETED, Samples.of(PathwayCompleted.class),
            Phase.DECEASED, Samples.of(PatientDied.class));

    /** The facts of the moment, and the one that leads to this phase. */
    private static List<PathwayEvent> leading(Moment moment, Phase phase) {
        List<PathwayEvent> facts = new ArrayList<>(moment.facts());
        if (phase != moment.state().phase()) {
            facts.add(Objects.requireNonNull(LEADING_TO.get(phase)));
        }
        return facts;
    }

    /** The state with the pathway in this phase. */
    private static PathwayState in(Phase phase, PathwayState state) {
        Object[] values = Arrays.stream(PathwayState.class.getRecordComponents())
                .map(component -> component.getName().equals("progress")
                        ? PhaseTransitions.in(phase).findFirst().orElseThrow()
                        : read(component, state))
                .toArray();
        Class<?>[] types = Arrays.stream(PathwayState.class.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return PathwayState.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object read(RecordComponent component, PathwayState state) {
        try {
            return component.getAccessor().invoke(state);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compare(CommandSpec spec, Phase phase, List<String> broken, List<String> wrong) {
        boolean refused = broken.contains("SEQ-PHASE");
        boolean asTheTableSays = spec.phases().contains(phase) ? !refused : refused || isGroundwork(spec, broken);
        if (!asTheTableSays || broken.contains("FIELD-RANGE")) {
            wrong.add(spec.name() + " in " + phase + ": " + broken);
        }
    }

    /** A condition without which the others make no sense is told alone. */
    private static boolean isGroundwork(CommandSpec spec, List<String> broken) {
        return broken.size() == 1
                && spec.useCase().allConditions().stream()
                        .anyMatch(each -> each.groundwork() && each.rule().id().equals(broken.getFirst()));
    }

    private static PathwayCommand command(CommandSpec spec, Moment moment) {
        Map<String, List<?>> fixed = new HashMap<>(Map.of(
                "pathwayId",
                List.of("pathway-1"),
                "occurredAt",
                List.of(moment.now()),
                "caseId",
                List.of(moment.surgery().caseId()),
                "stage",
                List.of(moment.surgery().stage())));
        return (PathwayCommand) new EdgeValues(EdgeValues.declared(), fixed)
                .of(spec.type().asSubclass(Record.class), new HashMap<>())
                .getFirst();
    }

    @Test
    void everyChangeOfPhaseOfTheTextbookPatientIsInTheTable() {
        Phase before = Phase.REFERRED;
        List<PathwayEvent> facts = TextbookMoments.facts();
        Set<Phase> seen = EnumSet.noneOf(Phase.class);
        for (int end = 1; end <= facts.size(); end++) {
            Phase after = PathwayState.of(facts.subList(0, end)).phase();
            Class<? extends PathwayEvent> event = facts.get(end - 1).getClass();
            assertThat(PhaseTransitions.after(event, before))
                    .as("%s in %s", event, before)
                    .contains(after);
            seen.add(after);
            before = after;
        }
        assertThat(seen).hasSizeGreaterThan(9).contains(Phase.COMPLETED);
    }

    /** From the referral, by commands that are possible where they are given. */
    @Test
    void everyPhaseIsReached() {
        Set<Phase> reached = EnumSet.of(Phase.REFERRED);
        boolean more = true;
        while (more) {
            more = reached.addAll(COMMANDS.stream()
                    .flatMap(spec -> spec.phases().stream()
                            .filter(reached::contains)
                            .flatMap(phase -> leadsTo(spec, phase).stream()))
                    .collect(Collectors.toSet()));
        }
        assertThat(reached).containsExactlyInAnyOrder(Phase.values());
    }

    @Test
    void anEndIsLeftByNothingButTheseCommands() {
        Set<String> leaving = new TreeSet<>();
        Arrays.stream(Phase.values())
                .filter(Phase::isEnd)
                .forEach(phase -> COMMANDS.stream()
                        .filter(spec -> spec.phases().contains(phase))
                        .filter(spec -> leadsTo(spec, phase).stream().anyMatch(after -> after != phase))
                        .forEach(spec -> leaving.add(phase + " by " + spec.kebabName())));
        assertThat(leaving)
                .containsExactly(
                        "CLOSED_ALTERNATIVE_TREATMENT by record-patient-death",
                        "COMPLETED by record-patient-death",
                        "TRANSFERRED_OUT by record-patient-death",
                        "WITHDRAWN by record-patient-death",
                        "WITHDRAWN by record-return");
    }

    private static Set<Phase> leadsTo(CommandSpec spec, Phase before) {
        return RECORDED.classesOf(spec.type()).stream()
                .filter(PathwayEvent.class::isAssignableFrom)
                .flatMap(event -> PhaseTransitions.after(event.asSubclass(PathwayEvent.class), before).stream())
                .collect(Collectors.toSet());
    }
}
