package org.crossface.pathway.record;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.crossface.pathway.oversight.Contradiction;
import org.crossface.pathway.oversight.ContradictionEnd;
import org.crossface.pathway.oversight.ContradictionEnded;
import org.crossface.pathway.oversight.FactContradicted;
import org.crossface.pathway.oversight.OversightFact;
import org.crossface.pathway.oversight.TaskFact;
import org.crossface.pathway.requirement.FieldRanges;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.state.EffectiveFacts;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.usecase.Condition;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.decision.BrokenRule;
import org.jspecify.annotations.Nullable;

/**
 * What the recorded facts rest on. After a correction or retraction the rules of each later fact's own command are asked again, of the
 * state as it now was when the fact was recorded. A rule that had nothing against the fact before the correction, and has now, is a
 * contradiction. A fact that a later one contradicts in no rule any more stands again.
 */
final class Footing {

    /** Rules that say where in the record a fact stands; every fact after a retracted one would break them, and nobody could decide anything. */
    private static final Set<String> OF_THE_ORDER =
            Set.of(GeneralRules.PHASE.id(), FieldRanges.RANGES.id(), "REF-WAITING");

    private final Function<String, Optional<String>> authors;
    private final Circumstances given;

    /**
     * @param authors who recorded a fact
     * @param given the circumstances of the correction
     */
    Footing(Function<String, Optional<String>> authors, Circumstances given) {
        this.authors = authors;
        this.given = given;
    }

    /** A rule that a fact breaks. */
    private record Break(String factId, String rule) {}

    /**
     * What follows from a correction or retraction for the facts after the one that it is about.
     *
     * @param before the recorded facts without it
     * @param after the recorded facts with it
     * @param state the state that they make
     * @param at when the contradictions came up
     */
    List<PathwayEvent> following(
            List<PathwayEvent> before, List<PathwayEvent> after, PathwayState state, OffsetDateTime at) {
        Map<Break, FactContradicted> then = breaks(before, at);
        Map<Break, FactContradicted> now = breaks(after, at);
        Set<Break> open = new HashSet<>();
        List<PathwayEvent> facts = new ArrayList<>();
        Set<String> effective = new HashSet<>();
        EffectiveFacts.of(after).forEach(fact -> effective.add(fact.factId()));
        for (Contradiction each : state.oversight().contradictions()) {
            Break broken = new Break(each.factId(), each.rule());
            open.add(broken);
            if (!effective.contains(each.factId())) {
                facts.add(ended(state, each, ContradictionEnd.RETRACTED, at));
            } else if (!now.containsKey(broken)) {
                facts.add(ended(state, each, ContradictionEnd.STANDS_AGAIN, at));
            }
        }
        now.forEach((broken, found) -> {
            if (!then.containsKey(broken) && !open.contains(broken)) {
                facts.add(found);
            }
        });
        return facts;
    }

    /** The contradictions that a new fact ends: it fulfils the rule, or cancels the case. */
    List<PathwayEvent> endedBy(PathwayEvent fact, List<PathwayEvent> recorded, PathwayState state) {
        List<Contradiction> open = state.oversight().contradictions();
        if (open.isEmpty() || fact instanceof OversightFact) {
            return List.of();
        }
        List<PathwayEvent> ends = new ArrayList<>();
        Map<String, PathwayEvent> effective = new LinkedHashMap<>();
        EffectiveFacts.of(recorded).forEach(each -> effective.put(each.factId(), each));
        for (Contradiction each : open) {
            if (fact instanceof SurgeryCancelled cancelled && cancelled.caseId().equals(each.caseId())) {
                ends.add(ended(state, each, ContradictionEnd.CASE_CANCELLED, fact.occurredAt()));
            } else if (standsNow(each, effective.get(each.factId()), fact, state)) {
                ends.add(ended(state, each, ContradictionEnd.STANDS_AGAIN, fact.occurredAt()));
            }
        }
        return ends;
    }

    private boolean standsNow(
            Contradiction contradiction, @Nullable PathwayEvent fact, PathwayEvent cause, PathwayState state) {
        return fact != null
                && fulfils(cause, contradiction.rule(), fact)
                && judge(fact, state).stream()
                        .noneMatch(found -> found.rule().id().equals(contradiction.rule()));
    }

    /** Whether the command that recorded the cause makes true a condition of this rule, which the command of the fact has to meet. */
    private boolean fulfils(PathwayEvent cause, String rule, PathwayEvent fact) {
        Optional<UseCase<?>> by = given.recordings().recorderOf(cause.getClass());
        Optional<UseCase<?>> of = given.recordings().recorderOf(fact.getClass());
        return by.isPresent()
                && of.isPresent()
                && of.get().allConditions().stream()
                        .filter(condition -> condition.rule().id().equals(rule))
                        .anyMatch(condition -> fulfils(by.get(), condition));
    }

    private static boolean fulfils(UseCase<?> by, Condition condition) {
        return condition.fulfilledBy().contains(by.command()) || by.fulfils().contains(condition);
    }

    /** Every rule that an effective fact breaks in the state before it. */
    private Map<Break, FactContradicted> breaks(List<PathwayEvent> recorded, OffsetDateTime at) {
        Map<Break, FactContradicted> found = new LinkedHashMap<>();
        PathwayState state = PathwayState.none();
        for (PathwayEvent fact : EffectiveFacts.of(recorded)) {
            for (BrokenRule broken : weightiest(judge(fact, state))) {
                found.computeIfAbsent(
                        new Break(fact.factId(), broken.rule().id()), key -> contradicted(fact, broken, at));
            }
            state = state.evolve(fact);
        }
        return found;
    }

    /** The clinical rules; where none is broken, the others: a fact that lost its ground breaks the order of the record besides. */
    private static List<BrokenRule> weightiest(List<BrokenRule> broken) {
        List<BrokenRule> about = broken.stream()
                .filter(each -> !OF_THE_ORDER.contains(each.rule().id()))
                .toList();
        List<BrokenRule> clinical = about.stream()
                .filter(each -> each.rule().id().startsWith("INV-"))
                .toList();
        return clinical.isEmpty() ? about : clinical;
    }

    /** What somebody did about a task rests on nothing: when the task is gone, it is gone with it. */
    private List<BrokenRule> judge(PathwayEvent fact, PathwayState state) {
        if (fact instanceof TaskFact) {
            return List.of();
        }
        String author = authors.apply(fact.factId()).orElse("");
        return given.recordings()
                .judge(fact, state, given.of(author, fact.occurredAt().toInstant(), null));
    }

    private FactContradicted contradicted(PathwayEvent fact, BrokenRule broken, OffsetDateTime at) {
        return new FactContradicted(
                fact.pathwayId(),
                given.ids().next(),
                at,
                fact.factId(),
                broken.rule().id(),
                fact instanceof ConcernsCase concerns ? concerns.caseId() : null,
                broken.verdict().finding());
    }

    private ContradictionEnded ended(
            PathwayState state, Contradiction contradiction, ContradictionEnd ending, OffsetDateTime at) {
        return new ContradictionEnded(
                state.intake().pathwayId(), given.ids().next(), at, contradiction.contradictionId(), ending, null);
    }
}
