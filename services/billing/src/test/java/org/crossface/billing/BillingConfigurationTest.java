package org.crossface.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.crossface.billing.account.ChargeState;
import org.crossface.billing.charges.ChargeQueries;
import org.crossface.billing.charges.ChargeRow;
import org.crossface.billing.relay.Broker;
import org.crossface.billing.relay.KafkaClients;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.platform.PlatformConfiguration;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Billing as the server wires it: handlers found, schema migrated, relay publishing, health reported. */
class BillingConfigurationTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2025-01-14T11:38:00-08:00");

    @TempDir
    private Path home;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({PlatformConfiguration.class, BillingConfiguration.class, BillingWorkConfiguration.class})
    static class Application {

        @Bean
        Policies policies() {
            return instant -> Policy.defaults();
        }
    }

    @Test
    void aNodeWithTheRoleChargesAndPublishes() {
        try (Broker broker = Broker.shared();
                TestPostgres postgres = TestPostgres.with(new ModuleSchema("billing"));
                ConfigurableApplicationContext context = start(broker, postgres)) {
            assertThat(context.getBean(KafkaClients.class).topics())
                    .isEqualTo(broker.clients().topics());
            EventStore events = context.getBean(EventStore.class);
            events.publish(fact(0, referral()), fact(1, completion()));
            ChargeQueries queries = context.getBean(ChargeQueries.class);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(queries.ofPathway("pathway-1"))
                            .extracting(ChargeRow::state)
                            .containsExactly(ChargeState.HELD, ChargeState.HELD));
            HealthIndicator health = context.getBean("billingRelayHealth", HealthIndicator.class);
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            Objects.requireNonNull(health.health()).getStatus().equals(Status.UP));
            assertThat(Objects.requireNonNull(health.health()).getDetails()).containsEntry("parkedPathways", Set.of());
        }
    }

    private ConfigurableApplicationContext start(Broker broker, TestPostgres postgres) {
        return new SpringApplicationBuilder(Application.class)
                .properties(Map.of(
                        "crossface.postgres.url", postgres.endpoint().url(),
                        "crossface.postgres.owner-password",
                                postgres.endpoint().owner().password(),
                        "crossface.postgres.server-password",
                                postgres.endpoint().server().password(),
                        "crossface.kafka.bootstrap-servers", broker.bootstrapServers(),
                        "crossface.kafka.topic-prefix",
                                broker.clients().topics().prefix(),
                        "crossface.home", home.toString(),
                        "spring.main.web-application-type", "none"))
                .run();
    }

    private static GenericDomainEventMessage<Object> fact(long sequence, Object payload) {
        return new GenericDomainEventMessage<>(
                "CarePathway",
                "pathway-1",
                sequence,
                payload,
                MetaData.from(Map.of(Metadata.PATIENT, "patient-1", Metadata.PATHWAY, "pathway-1")));
    }

    private static PatientReferred referral() {
        return new PatientReferred(
                "pathway-1",
                "fact-1",
                AT.minusMonths(3),
                "patient-1",
                "P-0001",
                "site-bayview",
                "America/Los_Angeles",
                LocalDate.of(2024, 11, 5),
                ParalysedSide.LEFT,
                null,
                false,
                false,
                null,
                null,
                null,
                null);
    }

    private static StageOneCompleted completion() {
        return new StageOneCompleted(
                "pathway-1",
                "fact-2",
                AT,
                "case-1",
                "graft-1",
                LocalDate.of(2025, 1, 14),
                13.8,
                100,
                200,
                "note",
                false);
    }
}
