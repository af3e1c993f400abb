package org.crossface.server.model;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.authority.UseCases;
import org.crossface.pathway.oversight.FactContradicted;
import org.crossface.pathway.oversight.TaskFact;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.record.ClaimRows;
import org.crossface.pathway.record.Claims;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.requirement.FieldRanges;
import org.crossface.pathway.state.EffectiveFacts;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.usecase.GeneralRules;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.decision.BrokenRule;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds whatever was sent: the state, the rules on what stands, and what is reserved. */
final class Checks {

    /** They say where in the record a fact stands, which no correction of an earlier fact contradicts. */
    private static final Set<String> OF_THE_ORDER =
            Set.of(GeneralRules.PHASE.id(), FieldRanges.RANGES.id(), "REF-WAITING");

    /** It asks whether the person lives now, and not when the referral was recorded. */
    private static final Set<String> OF_THE_REGISTER = Set.of("REF-PATIENT");

    private static final List<String> SETS = List.of(
            Claims.LIVE_PATHWAYS,
            Claims.ROOMS,
            Claims.SURGEONS,
            Claims.DEVICES,
            Claims.LEGS,
            Claims.THIGHS,
            Claims.BEDS);

    private final EventStore store;
    private final Configuration axon;
    private final CircumstancesResolver circumstances;
    private final Policies policies;
    private final JdbcClient jdbc;

    Checks(ApplicationContext context) {
        this.store = context.getBean(EventStore.class);
        this.axon = context.getBean(Configuration.class);
        this.policies = context.getBean(Policies.class);
        // What other pathways hold now says nothing about what they held when a fact was recorded.
        this.circumstances = new CircumstancesResolver(
                context.getBean(SetClock.class),
                policies,
                context.getBean(ReferenceData.class),
                new PathwayFixture.FreeReservations(),
                () -> "nothing is recorded");
        this.jdbc = context.getBean(JdbcClient.class);
    }

    /** The events of a stream from this sequence number on. */
    List<DomainEventMessage<?>> read(String stream, long from) {
        return store.readEvents(stream, from).asStream().collect(Collectors.toList());
    }

    /** How often each event is in the store, by its name. */
    Map<String, Integer> storedEvents() {
        Map<String, Integer> stored = new TreeMap<>();
        jdbc.sql("SELECT payload_type, count(*) FROM eventstore.event GROUP BY payload_type")
                .query((java.sql.ResultSet row) -> {
                    stored.put(row.getString(1), row.getInt(2));
                });
        return stored;
    }

    /** What is wrong with a pathway; empty when all holds. */
    List<String> of(ModelPathway pathway) {
        List<String> wrong = new ArrayList<>();
        List<PathwayEvent> stored = read(pathway.pathwayId, 0).stream()
                .map(event -> (PathwayEvent) event.getPayload())
                .toList();
        if (!stored.equals(pathway.facts())) {
            wrong.add(pathway + ": a refused command changed the record, or a fact reads differently");
        }
        PathwayState replayed = PathwayState.of(stored);
        if (!replayed.equals(pathway.state())) {
            wrong.add(pathway + ": the state folded step by step is another than that of all facts");
        }
        if (!replayed.equals(inMemory(pathway.pathwayId))) {
            wrong.add(pathway + ": the aggregate in memory has another state than its stored facts make");
        }
        wrong.addAll(brokenRules(pathway));
        if (!wrong.isEmpty()) {
            wrong.add(pathway.told());
        }
        return wrong;
    }

    private PathwayState inMemory(String pathwayId) {
        return DefaultUnitOfWork.startAndGet(null)
                .executeWithResult(
                        () -> axon.repository(CarePathway.class).load(pathwayId).invoke(CarePathway::state))
                .getPayload();
    }

    /**
     * Every rule that an effective fact breaks in the state before it, in the circumstances in which it was recorded, and that no
     * contradiction names.
     */
    private List<String> brokenRules(ModelPathway pathway) {
        Map<String, Recorded> recorded = pathway.recorded.stream()
                .collect(Collectors.toMap(each -> each.fact().factId(), Function.identity()));
        Set<String> contradicted = new HashSet<>();
        pathway.facts().forEach(fact -> {
            if (fact instanceof FactContradicted found) {
                contradicted.add(found.contradictedFactId() + " " + found.invariantId());
            }
        });
        List<String> wrong = new ArrayList<>();
        PathwayState before = PathwayState.none();
        for (PathwayEvent fact : EffectiveFacts.of(pathway.facts())) {
            Recorded as = recorded.get(fact.factId());
            // What somebody did about a task rests on nothing that a correction could take away.
            if (as != null && as.entered() && !(fact instanceof TaskFact)) {
                for (BrokenRule broken :
                        weightiest(UseCases.RECORDINGS.judge(fact, before, circumstancesOf(as, fact)))) {
                    if (!OF_THE_REGISTER.contains(broken.rule().id())
                            && !contradicted.contains(
                                    fact.factId() + " " + broken.rule().id())) {
                        wrong.add(pathway.pathwayId + ": " + fact.getClass().getSimpleName() + " " + fact.factId()
                                + " breaks " + broken.rule().id() + " (" + broken.words()
                                + ") and nothing contradicts it");
                    }
                }
            }
            before = before.evolve(fact);
        }
        return wrong;
    }

    /** Those of the recording. Of a time that was corrected the correction gives account, with its reason. */
    private Circumstances circumstancesOf(Recorded as, PathwayEvent effective) {
        Instant happened = effective.occurredAt().toInstant();
        boolean moved = !effective.occurredAt().equals(as.fact().occurredAt());
        return circumstances
                .at(happened, as.actor(), as.role(), as.lateReason())
                .of(as.actor(), as.now(), moved ? "The correction says why" : as.lateReason());
    }

    /** As contradictions are found: clinical rules; where none is broken, the others. */
    private static List<BrokenRule> weightiest(List<BrokenRule> broken) {
        List<BrokenRule> about = broken.stream()
                .filter(each -> !OF_THE_ORDER.contains(each.rule().id()))
                .toList();
        List<BrokenRule> clinical = about.stream()
                .filter(each -> each.rule().id().startsWith("INV-"))
                .toList();
        return clinical.isEmpty() ? about : clinical;
    }

    /** What is reserved in PostgreSQL and claimed by no pathway, or the other way round. */
    List<String> reservations(List<ModelPathway> pathways, Instant now) {
        Set<String> claimed = new TreeSet<>();
        pathways.stream()
                .filter(ModelPathway::isOpen)
                .forEach(each -> claimed.addAll(ClaimRows.of(each.pathwayId, each.state(), policies.inForceAt(now))));
        Set<String> reserved = new TreeSet<>();
        reserved.addAll(jdbc.sql("SELECT set_name, key, holder FROM reservations.holding WHERE set_name = ANY (?)")
                .param(SETS.toArray(String[]::new))
                .query((row, number) -> "%s %s %s".formatted(row.getString(1), row.getString(2), row.getString(3)))
                .list());
        reserved.addAll(jdbc.sql("SELECT set_name, resource, holder, lower(period), upper(period)"
                        + " FROM reservations.occupation WHERE set_name = ANY (?)")
                .param(SETS.toArray(String[]::new))
                .query((row, number) -> "%s %s %s %s %s"
                        .formatted(
                                row.getString(1),
                                row.getString(1).equals(Claims.BEDS)
                                        ? row.getString(2).replaceFirst("\\|\\d+$", "")
                                        : row.getString(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getObject(5, OffsetDateTime.class).toInstant()))
                .list());
        List<String> wrong = new ArrayList<>();
        claimed.stream()
                .filter(row -> !reserved.contains(row))
                .forEach(row -> wrong.add("claimed, not reserved: " + row));
        reserved.stream()
                .filter(row -> !claimed.contains(row))
                .forEach(row -> wrong.add("reserved, not claimed: " + row));
        return wrong;
    }
}
