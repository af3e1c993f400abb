package org.crossface.coordination.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.pathway.DryRun;
import org.crossface.pathway.EdgeValues;
import org.crossface.pathway.Samples;
import org.crossface.pathway.authority.Availability;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.authority.CommandSpec;
import org.crossface.pathway.oversight.PathwayPutOnHold;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Check;
import org.crossface.pathway.usecase.Situation;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.decision.Rule;
import org.junit.jupiter.api.Test;

/**
 * At moments of many random pathways: what is offered is not refused for a reason of the state, and what is locked names the rule that
 * would refuse. Each command is really given to the aggregate.
 */
class OffersAgreeTest {

    private static final int HISTORIES = 8;
    private static final int ENTRIES = 2;
    private static final List<PathwayEvent> TEXTBOOK =
            TextbookPathway.facts("pathway-1", "P-0101", FaceSide.LEFT, LocalDate.of(2025, 1, 14), "OR-1");

    private final DryRun rules = new DryRun();
    private final CommandCatalogue catalogue = CommandCatalogue.read();
    private int offered;
    private int locked;
    private int taken;

    @Test
    void whatIsOfferedAndWhatIsLockedIsWhatTheRulesSay() {
        for (long seed = 1; seed <= HISTORIES; seed++) {
            Random random = new Random(seed);
            List<PathwayEvent> facts = history(random);
            PathwayState state = PathwayState.of(facts);
            OffsetDateTime last = state.lastAt();
            assertThat(last).isNotNull();
            OffsetDateTime now = last.plusMinutes(1L + random.nextInt(60 * 24 * 20));
            for (CommandSpec spec : catalogue.ofPathways()) {
                if (!spec.phases().isEmpty()) {
                    compare(spec.useCase(), state, facts, now, random, "seed " + seed + ", " + spec.name());
                }
            }
        }
        assertThat(offered).as("offered and given").isGreaterThan(300);
        assertThat(locked).as("locked and given").isGreaterThan(1_000);
        assertThat(taken).as("offered, and taken as it was entered").isGreaterThan(100);
    }

    /** A part of the textbook, some of it retracted, sometimes on hold. */
    private static List<PathwayEvent> history(Random random) {
        List<PathwayEvent> facts = new ArrayList<>(TEXTBOOK.subList(0, 3 + random.nextInt(TEXTBOOK.size() - 3)));
        List<PathwayEvent> recorded = List.copyOf(facts);
        OffsetDateTime at = recorded.getLast().occurredAt();
        for (int i = random.nextInt(4); i > 0; i--) {
            PathwayEvent target = recorded.get(1 + random.nextInt(recorded.size() - 1));
            facts.add(Samples.of(
                    RecordRetracted.class,
                    Map.of("factId", "r-" + i, "occurredAt", at, "targetFactId", target.factId())));
        }
        if (random.nextInt(6) == 0) {
            facts.add(Samples.of(
                    PathwayPutOnHold.class,
                    Map.of(
                            "factId",
                            "hold",
                            "occurredAt",
                            at,
                            "phaseBefore",
                            PathwayState.of(facts).phase())));
        }
        return facts;
    }

    private void compare(
            UseCase<?> useCase,
            PathwayState state,
            List<PathwayEvent> facts,
            OffsetDateTime now,
            Random random,
            String moment) {
        switch (Availability.of(state, useCase, now, Policy.defaults())) {
            case Availability.Offered possible -> {
                Set<Rule> ofEntry =
                        useCase.allChecks().stream().map(Check::rule).collect(Collectors.toSet());
                Situation in = possible.in().getFirst();
                for (PathwayCommand command : commands(useCase, in, random)) {
                    Optional<CommandRefused> refusal = rules.refusal(facts, command);
                    offered++;
                    taken += refusal.isEmpty() ? 1 : 0;
                    assertThat(broken(refusal))
                            .as("%s is offered; %s", moment, command)
                            .allSatisfy(each -> {
                                assertThat(isOfFields(each) || ofEntry.contains(each.rule()))
                                        .as("%s is about the entry", each)
                                        .isTrue();
                                assertThat(each.verdict().field())
                                        .as("%s names a field", each)
                                        .isNotNull();
                            });
                }
            }
            case Availability.Locked lock -> {
                Rule first = lock.unmet().getFirst().found().rule();
                Situation likeliest =
                        useCase.situations(state, now, Policy.defaults()).getFirst();
                for (PathwayCommand command : commands(useCase, likeliest, random)) {
                    List<BrokenRule> broken = broken(rules.refusal(facts, command));
                    if (broken.stream().noneMatch(OffersAgreeTest::isOfFields)) {
                        locked++;
                        assertThat(broken)
                                .as("%s is locked by %s; %s", moment, first.id(), command)
                                .extracting(BrokenRule::rule)
                                .contains(first);
                    }
                }
            }
        }
    }

    private static List<BrokenRule> broken(Optional<CommandRefused> refusal) {
        return refusal.map(CommandRefused::broken).orElse(List.of());
    }

    private static boolean isOfFields(BrokenRule broken) {
        return broken.rule().id().equals("FIELD-RANGE");
    }

    /** Some entries that lie in their ranges, for the case, muscle or stage of this situation. */
    private static List<PathwayCommand> commands(UseCase<?> useCase, Situation in, Random random) {
        Map<String, List<?>> fixed =
                new HashMap<>(Map.of("pathwayId", List.of("pathway-1"), "occurredAt", List.of(in.at())));
        fixed.put("caseId", List.of(in.caseId() == null ? "case-unknown" : in.caseId()));
        fixed.put("flapId", Arrays.asList(in.flapId()));
        Stage stage = in.stage();
        if (stage != null) {
            fixed.put("stage", List.of(stage));
        }
        List<? extends Record> entries = new EdgeValues(EdgeValues.declared(), fixed)
                .of(useCase.command().asSubclass(Record.class), new HashMap<>());
        return Stream.generate(() -> entries.get(random.nextInt(entries.size())))
                .limit(ENTRIES)
                .map(PathwayCommand.class::cast)
                .toList();
    }
}
