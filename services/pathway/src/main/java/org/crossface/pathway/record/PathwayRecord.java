package org.crossface.pathway.record;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.crossface.pathway.oversight.LateEntryExplained;
import org.crossface.pathway.oversight.OverrideUsed;
import org.crossface.pathway.oversight.Oversight;
import org.crossface.pathway.state.EffectiveFacts;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.usecase.Judgement;
import org.crossface.pathway.usecase.UseCase;
import org.crossface.pathway.vocabulary.ConcernsCase;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * What all command handlers of one pathway share: its facts in the order of recording and the state that they fold to. The facts are kept beside the
 * state because a correction refolds them.
 */
public final class PathwayRecord {

    private final List<PathwayEvent> facts = new ArrayList<>();
    private final Map<String, String> authors = new HashMap<>();
    private final Map<String, Instant> recordedAt = new HashMap<>();
    private PathwayState state = PathwayState.none();

    /** The state that the effective facts make. */
    public PathwayState state() {
        return state;
    }

    /** The facts as they are held to be true, in the order of recording. */
    public List<PathwayEvent> effectiveFacts() {
        return EffectiveFacts.of(facts);
    }

    /** The state that the effective facts before this one make; the whole state when there is no such fact. */
    public PathwayState stateBefore(String factId) {
        return PathwayState.of(effectiveFacts().stream()
                .takeWhile(fact -> !fact.factId().equals(factId))
                .toList());
    }

    /** Who recorded the fact; empty when there is none of that id, or it was not said. */
    public Optional<String> authorOf(String factId) {
        return Optional.ofNullable(authors.get(factId));
    }

    /** When the fact was recorded, which is not when it happened; empty when there is none of that id. */
    public Optional<Instant> recordedAt(String factId) {
        return Optional.ofNullable(recordedAt.get(factId));
    }

    /** Whether nobody entered this cancellation, withdrawal or release, since it was recorded as what follows from another fact. */
    public boolean isConsequence(String factId) {
        return Cancellations.isConsequence(facts, factId);
    }

    /**
     * Takes in a recorded fact.
     *
     * @param author who recorded it; {@code null} when it was not said
     * @param at when it was recorded
     */
    public void evolve(PathwayEvent event, @Nullable String author, Instant at) {
        facts.add(event);
        recordedAt.put(event.factId(), at);
        if (author != null) {
            authors.put(event.factId(), author);
        }
        state = EffectiveFacts.changes(event) ? PathwayState.of(facts) : state.evolve(event);
    }

    /**
     * Judges a command by the rules that its use case declares.
     *
     * @throws org.crossface.platform.api.decision.CommandRefused with every rule that is broken and not overridden
     */
    public <C extends PathwayCommand> Judged judge(UseCase<C> useCase, C command, Circumstances given) {
        Judgement.judge(useCase, state, command, given);
        return new Judged(
                given,
                GeneralRules.isLate(command, given) ? given.lateReason() : null,
                Judgement.overridesUsed(useCase, state, command, given));
    }

    /** Records what follows from a command that another stream has judged. */
    public Judged follow(Circumstances given) {
        return new Judged(given, null, Map.of());
    }

    /** A command that all rules allow. */
    public final class Judged {

        private final Circumstances given;

        private @Nullable String unexplained;
        private Map<String, Oversight.Granted> used;

        private Judged(Circumstances given, @Nullable String lateReason, Map<String, Oversight.Granted> used) {
            this.given = given;
            this.unexplained = lateReason;
            this.used = used;
        }

        /** Records a fact; the state has taken it in when this returns. */
        public Judged record(PathwayEvent event) {
            PathwayState before = state;
            AggregateLifecycle.apply(event, metadataOf(event));
            String reason = unexplained;
            if (reason != null && !reason.isBlank()) {
                unexplained = null;
                record(new LateEntryExplained(
                        event.pathwayId(),
                        given.ids().next(),
                        OffsetDateTime.ofInstant(given.now(), event.occurredAt().getOffset()),
                        event.factId(),
                        reason));
            }
            Map<String, Oversight.Granted> overrides = used;
            used = Map.of();
            overrides.forEach((rule, override) -> record(new OverrideUsed(
                    event.pathwayId(),
                    given.ids().next(),
                    event.occurredAt(),
                    event.factId(),
                    override.factId(),
                    rule)));
            Claims.follow(event.pathwayId(), before, state, given);
            Cancellations.following(event, before, state, given).forEach(this::record);
            Concerns.following(event, state, given).forEach(this::record);
            contradictions(event).forEach(this::record);
            return this;
        }

        /** What a correction takes the footing from, and what a new fact gives it back to. */
        private List<PathwayEvent> contradictions(PathwayEvent event) {
            Footing footing = new Footing(PathwayRecord.this::authorOf, given);
            if (!EffectiveFacts.changes(event)) {
                return footing.endedBy(event, facts, state);
            }
            List<PathwayEvent> before = facts.stream()
                    .filter(fact -> !fact.factId().equals(event.factId()))
                    .toList();
            OffsetDateTime at =
                    OffsetDateTime.ofInstant(given.now(), event.occurredAt().getOffset());
            return footing.following(before, facts, state, at);
        }

        private MetaData metadataOf(PathwayEvent event) {
            Map<String, String> metadata = new HashMap<>();
            metadata.put(Metadata.PATHWAY, event.pathwayId());
            metadata.put(Metadata.POLICY_VERSION, given.policy().version());
            PathwayState after = state.evolve(event);
            metadata.put(Metadata.PATIENT, after.intake().patientId());
            metadata.put(Metadata.SITE, after.intake().siteId());
            metadata.put(Metadata.ZONE, after.intake().zone());
            if (event instanceof ConcernsCase concerns) {
                metadata.put(Metadata.CASE, concerns.caseId());
            }
            return MetaData.from(metadata);
        }
    }
}
