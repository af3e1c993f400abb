package org.crossface.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.projection.StoredHistory;
import org.crossface.coordination.rebuild.ViewSchema;
import org.crossface.coordination.views.RecentStates;
import org.crossface.coordination.views.ViewProjections;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Samples;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.policy.Threshold;
import org.crossface.pathway.policy.ThresholdChange;
import org.crossface.pathway.policy.approval.ApprovePolicy;
import org.crossface.pathway.policy.approval.EventSourcedPolicies;
import org.crossface.pathway.policy.approval.PolicySet;
import org.crossface.pathway.policy.approval.ProposePolicy;
import org.crossface.platform.api.Role;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The policies of two nodes on one PostgreSQL. */
class PoliciesOfNodesTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2025-01-10T10:00:00Z");
    private static final OffsetDateTime EFFECTIVE = NOW.plus(Policies.ANNOUNCED_BEFORE);

    /** It stands still, so that no look is older than it may be: what is counted is counted without the loop. */
    private static final Clock CLOCK = Clock.fixed(NOW.toInstant(), ZoneOffset.UTC);

    private static ModuleSchema[] schemas() {
        return Stream.concat(
                        Stream.of(new ModuleSchema("views")), ViewSchema.serving(Bundles.views(Bundles.ALL)).stream())
                .toArray(ModuleSchema[]::new);
    }

    private final TestPostgres postgres = TestPostgres.with(schemas());
    private final Loops loops = new Loops();
    private final Node deciding = new Node();
    private final Node other = new Node();

    /** The event store, the policies and the aggregates of a node. */
    private final class Node {

        final PolicyQueries queries = new PolicyQueries(postgres.server());
        final TestEventStore store = TestEventStore.on(
                queries, TestEventStore.keyEncryptionKey(), EventNames.scan("org.crossface"), UnaryOperator.identity());
        final EventSourcedPolicies policies;
        final Configuration running;
        final PolicyWatch watch;

        Node() {
            store.configurer()
                    .configureAggregate(CarePathway.class)
                    .configureAggregate(PolicySet.class)
                    .registerComponent(EventSourcedPolicies.class, c -> new EventSourcedPolicies(c.eventStore(), CLOCK))
                    .registerComponent(
                            ParameterResolverFactory.class,
                            c -> MultiParameterResolverFactory.ordered(
                                    ClasspathParameterResolverFactory.forClass(CarePathway.class),
                                    new CircumstancesResolver(
                                            CLOCK,
                                            at -> c.getComponent(EventSourcedPolicies.class)
                                                    .inForceAt(at),
                                            new PathwayFixture.KnownReference(),
                                            new PathwayFixture.FreeReservations(),
                                            () -> java.util.UUID.randomUUID().toString())));
            store.configurer()
                    .registerComponent(
                            ViewProjections.class,
                            c -> ViewProjections.serving(
                                    Bundles.ALL,
                                    new JdbcTemplate(queries),
                                    new StoredHistory(store.engine()),
                                    c.getComponent(EventSourcedPolicies.class),
                                    ViewChanges.ofOneNode(),
                                    new RecentStates()));
            AtomicReference<Configuration> started = new AtomicReference<>();
            store.configurer().onInitialize(started::set);
            ViewProjections.processors(
                            Bundles.ALL,
                            () -> Objects.requireNonNull(started.get()).getComponent(ViewProjections.class))
                    .configureModule(store.configurer());
            running = store.start();
            policies = running.getComponent(EventSourcedPolicies.class);
            watch = new PolicyWatch(policies, loops);
        }

        Policy inForce() {
            return policies.inForceAt(EFFECTIVE.toInstant());
        }

        void send(String actor, Object command) {
            store.dispatch()
                    .send(command, Envelope.of(actor, Role.SURGEON, "org-center", "API", "TREATMENT", "request-1"));
        }

        void close() {
            watch.stop();
            store.close();
        }
    }

    private final Clock before = GenericEventMessage.clock;

    /** Axon's clock is one for the whole JVM, and a server that another test has closed may have left its own there. */
    @BeforeEach
    void setAxonsClock() {
        GenericEventMessage.clock = CLOCK;
    }

    @AfterEach
    void close() {
        GenericEventMessage.clock = before;
        deciding.close();
        other.close();
        postgres.close();
    }

    private void changePolicy() {
        deciding.send(
                "user-a",
                new ProposePolicy(
                        PolicySet.ID,
                        NOW,
                        "2025-1",
                        EFFECTIVE,
                        List.of(new ThresholdChange(Threshold.AGE_LIMIT_YEARS.storedName(), 60)),
                        "Older patients do as well as younger ones"));
        deciding.send("user-b", new ApprovePolicy(PolicySet.ID, NOW, "2025-1"));
    }

    @Test
    void whatWasApprovedAtOneNodeIsInForceAtTheOtherBeforeItTakesEffect() {
        assertThat(deciding.inForce()).isEqualTo(Policy.defaults());
        assertThat(other.inForce()).isEqualTo(Policy.defaults());
        other.watch.start();
        changePolicy();
        await().atMost(Policies.ANNOUNCED_BEFORE.dividedBy(2))
                .until(() -> other.inForce().version().equals("2025-1"));
        assertThat(other.inForce().of(Threshold.AGE_LIMIT_YEARS)).isEqualTo(60);
        assertThat(other.policies.inForceAt(EFFECTIVE.minusNanos(1).toInstant()))
                .as("until then the version before it stays in force")
                .isEqualTo(Policy.defaults());
        assertThat(deciding.inForce())
                .as("without its loop a node does not look")
                .isEqualTo(Policy.defaults());
        assertThat(loops.lastBeats()).extracting(Loops.LastBeat::name).contains("policy watch");
    }

    @Test
    void noCommandAndNoRowAsksForThePolicy() {
        changePolicy();
        deciding.policies.look();
        other.policies.look();
        int asked = deciding.queries.ofPolicies();
        int askedOfOther = other.queries.ofPolicies();
        for (int i = 0; i < 100; i++) {
            deciding.send("user-a", referral("pathway-" + i, "P-%04d".formatted(i)));
        }
        assertThat(deciding.queries.ofPolicies())
                .as("queries of the policy with 100 commands")
                .isEqualTo(asked);
        for (int i = 100; i < 1_000; i++) {
            String id = "pathway-" + i;
            deciding.store.append(
                    "CarePathway",
                    id,
                    "patient-1",
                    Samples.of(
                            PatientReferred.class,
                            Map.of("pathwayId", id, "number", "P-%04d".formatted(i), "zone", "America/Los_Angeles")));
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> rows() == 1_000);
        assertThat(deciding.queries.ofPolicies() + other.queries.ofPolicies())
                .as("queries of the policy with 1,000 rows")
                .isEqualTo(asked + askedOfOther);
        assertThat(deciding.queries.all() + other.queries.all())
                .as("statements at all")
                .isGreaterThan(100);
        deciding.policies.look();
        assertThat(deciding.queries.ofPolicies()).as("a look is counted").isGreaterThan(asked);
    }

    private long rows() {
        return postgres.ownerJdbc()
                .sql("SELECT count(*) FROM view_board.board")
                .query(Long.class)
                .single();
    }

    private static RegisterReferral referral(String pathway, String number) {
        return new RegisterReferral(
                pathway, NOW, "patient-1", number, "site-bayview", LocalDate.of(2025, 1, 9), null, null, null, null);
    }
}
