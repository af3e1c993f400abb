package org.crossface.pathway.usecase;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.AllowedAfterDeath;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.Verdict;

/**
 * One command, declared once: what people call it, who gives it, in which phases, and which rules judge it. The decision, the offers of a
 * page, its locks, the discharge gate, what is missing and the table for auditors are evaluations of this declaration.
 *
 * @param <C> the command
 */
public final class UseCase<C> {

    private final Class<C> command;
    private final String title;
    private final Set<Role> roles;
    private final Set<Phase> phases;
    private final List<Condition> conditions;
    private final List<Check<? super C>> checks;
    private final List<Check<?>> factChecks;
    private final Set<String> answers;
    private final List<Condition> fulfils;
    private final List<Recording<C, ?>> recordings;

    /** What every command of this kind has to meet, in the order in which it is asked; made once, since each command asks it. */
    private final List<Condition> allConditions;

    private UseCase(
            Class<C> command,
            String title,
            Set<Role> roles,
            Set<Phase> phases,
            List<Condition> conditions,
            List<Check<? super C>> checks,
            List<Check<?>> factChecks,
            Set<String> answers,
            List<Condition> fulfils,
            List<Recording<C, ?>> recordings) {
        this.command = command;
        this.title = title;
        this.roles = Collections.unmodifiableSet(roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles));
        this.phases =
                Collections.unmodifiableSet(phases.isEmpty() ? EnumSet.noneOf(Phase.class) : EnumSet.copyOf(phases));
        this.conditions = List.copyOf(conditions);
        this.checks = List.copyOf(checks);
        this.factChecks = List.copyOf(factChecks);
        this.answers = Set.copyOf(answers);
        this.fulfils = List.copyOf(fulfils);
        this.recordings = List.copyOf(recordings);
        this.allConditions = all(command, this.conditions, this.phases);
    }

    private static List<Condition> all(Class<?> command, List<Condition> own, Set<Phase> phases) {
        List<Condition> all = new ArrayList<>();
        if (PathwayCommand.class.isAssignableFrom(command) && !AllowedAfterDeath.class.isAssignableFrom(command)) {
            all.add(GeneralRules.PATIENT_IS_ALIVE);
        }
        all.addAll(own);
        if (!phases.isEmpty()) {
            all.add(GeneralRules.phaseIsOneOf(phases));
        }
        return List.copyOf(all);
    }

    /** The class of the command. */
    public Class<C> command() {
        return command;
    }

    /** Label of its button. */
    public String title() {
        return title;
    }

    /** Who may give it (INV-68). */
    public Set<Role> roles() {
        return roles;
    }

    /** Phases in which it can be given; empty for one that opens a pathway, comes with a document or is given to something else. */
    public Set<Phase> phases() {
        return phases;
    }

    /** What the state has to be, in the order in which a person should hear of it. */
    public List<Condition> conditions() {
        return conditions;
    }

    /** What the entry has to be. */
    public List<Check<? super C>> checks() {
        return checks;
    }

    /** What the entry has to be, asked together with the fact that it names. */
    public List<Check<?>> factChecks() {
        return factChecks;
    }

    /** Identifiers of the timers that it satisfies, such as {@code T-22}. */
    public Set<String> answers() {
        return answers;
    }

    /** A command with its title, so far for nobody. */
    public static <C> UseCase<C> of(Class<C> command, String title) {
        return new UseCase<>(
                command, title, Set.of(), Set.of(), List.of(), List.of(), List.of(), Set.of(), List.of(), List.of());
    }

    /** Who may give it. */
    public UseCase<C> by(Role... givers) {
        return new UseCase<>(
                command, title, Set.of(givers), phases, conditions, checks, factChecks, answers, fulfils, recordings);
    }

    /** The phases in which it can be given. */
    public UseCase<C> in(Phase... possible) {
        return in(Set.of(possible));
    }

    /** The phases in which it can be given. */
    public UseCase<C> in(Set<Phase> possible) {
        return new UseCase<>(
                command, title, roles, possible, conditions, checks, factChecks, answers, fulfils, recordings);
    }

    /** What the state has to be. */
    public UseCase<C> requires(Condition... needed) {
        return new UseCase<>(
                command, title, roles, phases, List.of(needed), checks, factChecks, answers, fulfils, recordings);
    }

    /** What the entry has to be. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final UseCase<C> checks(Check<? super C>... asked) {
        return new UseCase<>(
                command, title, roles, phases, conditions, List.of(asked), factChecks, answers, fulfils, recordings);
    }

    /** What the entry has to be, asked of it together with the fact that it names. */
    public UseCase<C> checksWithFact(UseCase<?> together) {
        return new UseCase<>(
                command,
                title,
                roles,
                phases,
                conditions,
                checks,
                List.copyOf(together.checks()),
                answers,
                fulfils,
                recordings);
    }

    /** The timers that it satisfies. */
    public UseCase<C> answers(String... timers) {
        return new UseCase<>(
                command, title, roles, phases, conditions, checks, factChecks, Set.of(timers), fulfils, recordings);
    }

    /** Conditions of earlier phases that it makes true, beside those that name it themselves. */
    public List<Condition> fulfils() {
        return fulfils;
    }

    /**
     * The conditions of earlier phases that it makes true. A condition names the commands of its own phase and of earlier ones
     * ({@link Condition#fulfilledBy()}); a command of a later phase says it here, so that the phases do not name one another.
     */
    public UseCase<C> fulfils(Condition... met) {
        return new UseCase<>(
                command, title, roles, phases, conditions, checks, factChecks, answers, List.of(met), recordings);
    }

    /** The events that a person records with it, each with the way back to the entry. */
    public List<Recording<C, ?>> recordings() {
        return recordings;
    }

    /** It records this event, whose components have the names and types of the entry's. */
    public UseCase<C> records(Class<? extends PathwayEvent> event) {
        return records(event, recording -> recording);
    }

    /** It records this event; some components of the entry stand in the event under another name or type. */
    public <E extends PathwayEvent> UseCase<C> records(Class<E> event, UnaryOperator<Recording<C, E>> parts) {
        List<Recording<C, ?>> more = new ArrayList<>(recordings);
        more.add(parts.apply(new Recording<>(command, event, Map.of(), fact -> true)));
        return new UseCase<>(command, title, roles, phases, conditions, checks, factChecks, answers, fulfils, more);
    }

    /** Every condition: those of all commands, its own, and the phase. */
    public List<Condition> allConditions() {
        return allConditions;
    }

    /** Every check: those of all commands to a pathway, and its own. */
    public List<Check<?>> allChecks() {
        Stream<Check<?>> general = PathwayCommand.class.isAssignableFrom(command)
                ? Stream.concat(GeneralRules.CHECKS.stream(), Stream.empty())
                : Stream.empty();
        return Stream.of(general, checks.stream(), factChecks.stream())
                .<Check<?>>flatMap(each -> each)
                .toList();
    }

    /**
     * A condition that is not met.
     *
     * @param found what it has against the command
     */
    public record Unmet(Condition condition, BrokenRule found) {}

    /**
     * What the state has against it, without anything being entered.
     *
     * @return the unmet conditions in their order; one that is groundwork stands alone
     */
    public List<Unmet> unmet(Situation situation) {
        return ask(situation).stream()
                .flatMap(each -> situation.broken(each.condition().rule(), each.verdict()).stream()
                        .map(found -> new Unmet(each.condition(), found)))
                .toList();
    }

    /**
     * A condition with what it says of a situation.
     *
     * @param verdict allowed also where somebody overrode the rule
     */
    public record Asked(Condition condition, Verdict verdict) {

        /** Whether it is met. */
        public boolean isMet() {
            return verdict instanceof Verdict.Allowed;
        }
    }

    /** Every condition with what it says, in their order; one that is groundwork and not met stands alone. */
    public List<Asked> ask(Situation situation) {
        List<Asked> asked = new ArrayList<>();
        for (Condition condition : allConditions) {
            Verdict verdict = condition.judge(situation);
            boolean overridden = situation
                    .broken(condition.rule(), verdict)
                    .filter(found -> situation.overrides(found, command))
                    .isPresent();
            Asked each = new Asked(condition, overridden ? Verdict.ALLOWED : verdict);
            if (!each.isMet() && condition.groundwork()) {
                return List.of(each);
            }
            asked.add(each);
        }
        return List.copyOf(asked);
    }

    /** The situations in which somebody who looks at a pathway now could give it, the likeliest first. */
    public List<Situation> situations(PathwayState state, OffsetDateTime now, Policy policy) {
        return Situation.all(state, command, now, policy);
    }
}
