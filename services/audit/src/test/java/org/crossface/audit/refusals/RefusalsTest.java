package org.crossface.audit.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.crossface.pathway.intake.referral.RegisterReferral;
import org.crossface.pathway.policy.Policy;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.api.Refusals;
import org.crossface.platform.api.decision.BrokenRule;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.decision.Rule;
import org.crossface.platform.api.decision.Verdict;
import org.crossface.platform.personal.SubjectKeys;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** Refusals against a real command bus whose transactions roll back in a real PostgreSQL. */
class RefusalsTest {

    private static final String CANARY = "Canary Quillfeather";
    private static final Instant NOW = Instant.parse("2025-01-14T12:00:00Z");
    private static final OffsetDateTime OCCURRED = OffsetDateTime.parse("2025-01-14T03:00:00-08:00");
    private static final TestPostgres postgres = TestPostgres.with(new ModuleSchema("audit"));

    /** Another data source than the one of the transactions, so that its statements do not take part in them. */
    private final JdbcClient independent = JdbcClient.create(new DelegatingDataSource(postgres.server()));

    private final SubjectKeys keys = new SubjectKeys(independent, TestEventStore.keyEncryptionKey());
    private final JdbcRefusals refusals =
            new JdbcRefusals(independent, keys, () -> UUID.randomUUID().toString());
    private final JdbcClient inTransaction = JdbcClient.create(postgres.server());

    @BeforeEach
    void empty() {
        postgres.ownerJdbc().sql("TRUNCATE audit.refusal, audit.access").update();
    }

    @Test
    void aRefusalOutlivesTheTransactionThatWasRolledBack() {
        CommandGateway gateway = gateway(refusals);

        assertThatThrownBy(() -> gateway.sendAndWait(command())).isInstanceOf(CommandRefused.class);

        assertThat(rowsOfTheRolledBackTransaction()).isZero();
        assertThat(refusals.ofStream("pathway-1")).singleElement().satisfies(kept -> {
            assertThat(kept.at()).isEqualTo(NOW);
            assertThat(kept.command()).isEqualTo("RegisterReferral");
            assertThat(kept.commandJson()).contains(CANARY).contains("\"referredOn\":\"2025-01-13\"");
            assertThat(kept.rule()).isEqualTo("REF-SITE");
            assertThat(kept.field()).isEqualTo("siteId");
            assertThat(kept.sentence())
                    .isEqualTo("A patient is referred to a surgery centre that we know. No such siteId. Choose another."
                            + " SEQ-REFERRAL-DATE: A referral was written before it is registered. No such referredOn."
                            + " Choose another.");
            assertThat(kept.patientId()).isEqualTo("patient-1");
            assertThat(kept.policyVersion()).isEqualTo("default-1");
            assertThat(kept.actor()).isEqualTo("user-7");
            assertThat(kept.role()).isEqualTo("SC");
            assertThat(kept.request()).isEqualTo("request-1");
            assertThat(kept.purpose()).isEqualTo("TREAT");
        });
    }

    @Test
    void withoutTheInterceptorNothingWouldBeKept() {
        CommandGateway gateway = gateway(null);
        assertThatThrownBy(() -> gateway.sendAndWait(command())).isInstanceOf(CommandRefused.class);
        assertThat(refusals.ofStream("pathway-1")).isEmpty();
    }

    @Test
    void aRefusalThatCannotBeKeptIsNotGivenAsOne() {
        CommandGateway gateway = gateway(refusal -> {
            throw new IllegalStateException("disk full");
        });
        assertThatThrownBy(() -> gateway.sendAndWait(command()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("disk full");
    }

    @Test
    void whatItSaysOfThePatientIsSealed() {
        assertThatThrownBy(() -> gateway(refusals).sendAndWait(command())).isInstanceOf(CommandRefused.class);
        assertThat(postgres.placesOf(CANARY)).isEmpty();
    }

    @Test
    void afterThePatientsErasureTheContentIsGoneAndTheRowStays() {
        assertThatThrownBy(() -> gateway(refusals).sendAndWait(command("patient-9")))
                .isInstanceOf(CommandRefused.class);
        postgres.ownerJdbc()
                .sql(
                        "UPDATE subjectkeys.subject_key SET wrapped = NULL, destroyed_at = now() WHERE subject_id = 'patient-9'")
                .update();
        JdbcRefusals afterwards = new JdbcRefusals(
                independent, new SubjectKeys(independent, TestEventStore.keyEncryptionKey()), () -> "second");

        assertThat(afterwards.ofStream("pathway-1")).singleElement().satisfies(kept -> {
            assertThat(kept.rule()).isEqualTo("REF-SITE");
            assertThat(kept.commandJson()).isNull();
            assertThat(kept.sentence()).isNull();
        });
        afterwards.keep(refusalOf("patient-9"));
        assertThat(afterwards.ofStream("pathway-1")).hasSize(2);
    }

    @Test
    void theRefusalsOfARuleAreFoundByTime() {
        refusals.keep(refusalOf("patient-1"));
        assertThat(refusals.byRule("INV-21", NOW, NOW.plusSeconds(1))).hasSize(1);
        assertThat(refusals.byRule("INV-21", NOW.minusSeconds(1), NOW)).isEmpty();
        assertThat(refusals.byRule("INV-20", NOW, NOW.plusSeconds(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE audit.refusal SET rule = 'none'", "DELETE FROM audit.refusal", "TRUNCATE audit.refusal"})
    void theServerCannotChangeOrRemoveARow(String statement) {
        assertThatThrownBy(() -> postgres.serverJdbc().sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private CommandGateway gateway(@Nullable Refusals keeper) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(new SpringTransactionManager(new JdbcTransactionManager(postgres.server())))
                .build();
        if (keeper != null) {
            bus.registerHandlerInterceptor(new KeepingRefusals(
                    keeper,
                    instant -> Policy.defaults(),
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    JsonMapper.builder().build(),
                    stream -> StreamSubject.UNKNOWN));
        }
        bus.subscribe(RegisterReferral.class.getName(), message -> {
            inTransaction
                    .sql("INSERT INTO audit.access (at, actor, role, patient_ids, resource, purpose, outcome)"
                            + " VALUES (now(), 'rolled back', '', '{}', '', '', 'SHOWN')")
                    .update();
            throw new CommandRefused(List.of(
                    broken("REF-SITE", "A patient is referred to a surgery centre that we know.", "siteId"),
                    broken("SEQ-REFERRAL-DATE", "A referral was written before it is registered.", "referredOn")));
        });
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    private static BrokenRule broken(String rule, String sentence, String field) {
        return new BrokenRule(
                Rule.hard(rule, sentence),
                new Verdict.Refused(field, "No such " + field, "Choose another", null, null));
    }

    private static long rowsOfTheRolledBackTransaction() {
        return postgres.ownerJdbc()
                .sql("SELECT count(*) FROM audit.access")
                .query(Long.class)
                .single();
    }

    private static GenericCommandMessage<RegisterReferral> command() {
        return command("patient-1");
    }

    private static GenericCommandMessage<RegisterReferral> command(String patient) {
        return new GenericCommandMessage<>(
                new RegisterReferral(
                        "pathway-1",
                        OCCURRED,
                        patient,
                        "P-0001",
                        "site-nowhere",
                        LocalDate.of(2025, 1, 13),
                        null,
                        CANARY,
                        null,
                        null),
                Map.of(
                        Metadata.ACTOR,
                        "user-7",
                        Metadata.ROLE,
                        "SC",
                        Metadata.REQUEST,
                        "request-1",
                        Metadata.PURPOSE,
                        "TREAT"));
    }

    private static Refusals.Refusal refusalOf(String patient) {
        return new Refusals.Refusal(
                NOW,
                patient,
                "pathway-1",
                "ScheduleSurgery",
                "{}",
                "INV-21",
                null,
                "Too early.",
                "default-1",
                "user-7",
                "SC",
                "TREAT",
                Set.of("site-bayview"),
                null);
    }
}
