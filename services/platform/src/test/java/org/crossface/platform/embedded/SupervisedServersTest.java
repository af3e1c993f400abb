package org.crossface.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real servers, killed and stopped under their supervisors. */
class SupervisedServersTest {

    /** More than the ten seconds that the product promises, and that the drill measures: other tests run at the same time. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final SupervisionTerms QUICK = new SupervisionTerms(
            Duration.ofMillis(500),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(2));

    private static final NewTopic TOPIC = new NewTopic("charges", 1, (short) 1);

    @TempDir
    private Path home;

    private static ConditionFactory within(Duration limit) {
        return await().pollInterval(Duration.ofMillis(50)).atMost(limit);
    }

    private static boolean answers(PostgresChild postgres) {
        try {
            return Sql.query(postgres, "SELECT 1").equals("1");
        } catch (SQLException away) {
            return false;
        }
    }

    private static ProcessHandle process(long pid) {
        return ProcessHandle.of(pid).orElseThrow();
    }

    @Test
    void aPostmasterThatIsKilledIsBackWithItsDataAndItsPortAlthoughABackendWorksOn() throws Exception {
        PostgresChild postgres = PostgresChild.start(home);
        ChildSupervisor supervisor =
                ChildSupervisor.of(postgres.supervised(), SupervisionTerms.USUAL, Clock.systemUTC());
        try (Connection busy = Sql.asOwner(postgres)) {
            int port = postgres.port();
            Sql.execute(postgres, "CREATE TABLE kept AS SELECT 'still here' AS word");
            Thread working = Thread.ofVirtual().start(() -> compute(busy));
            within(PATIENCE)
                    .until(() -> Sql.query(
                                    postgres,
                                    "SELECT count(*) FROM pg_stat_activity"
                                            + " WHERE state = 'active' AND query LIKE '%generate_series%'"
                                            + " AND pid <> pg_backend_pid()")
                            .equals("1"));

            long killed = postgres.pid();
            process(killed).destroyForcibly();
            within(PATIENCE).until(() -> supervisor.status().restarts() == 1 && answers(postgres));

            assertThat(postgres.pid()).isNotEqualTo(killed);
            assertThat(postgres.port()).isEqualTo(port);
            assertThat(Sql.query(postgres, "SELECT word FROM kept")).isEqualTo("still here");
            assertThat(working.join(PATIENCE))
                    .as("the process that worked on has ended")
                    .isTrue();
            assertThatThrownBy(() -> PostgresChild.start(home))
                    .as("nobody else got the directory meanwhile")
                    .hasMessageContaining("in use by this process");
        } finally {
            supervisor.close();
        }
        assertThat(ProcessHandle.of(postgres.pid())).isEmpty();
    }

    /** Minutes of work without a pause in which the process would notice that its postmaster is gone. */
    private static void compute(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT sum(md5(n::text)::bit(8)::int) FROM generate_series(1, 1000000000) AS n");
        } catch (SQLException ended) {
            assertThat(ended.getSQLState()).startsWith("08");
        }
    }

    @Test
    void aPostmasterThatIsStoppedIsKilledAndStartedAgain() throws Exception {
        PostgresChild postgres = PostgresChild.start(home);
        ChildSupervisor supervisor = ChildSupervisor.of(postgres.supervised(), QUICK, Clock.systemUTC());
        try {
            long stopped = postgres.pid();
            Signals.send("STOP", stopped);
            within(PATIENCE).until(() -> supervisor.status().restarts() == 1 && answers(postgres));
            assertThat(postgres.pid()).isNotEqualTo(stopped);
            assertThat(ProcessHandle.of(stopped)).isEmpty();

            Signals.send("STOP", postgres.pid());
            supervisor.prepareToStop();
        } finally {
            supervisor.close();
        }
        assertThat(ProcessHandle.of(postgres.pid())).isEmpty();
    }

    @Test
    void aBrokerThatIsKilledOrStoppedTakesRecordsAgain() throws Exception {
        KafkaChild kafka = KafkaChild.start(home, OptionalInt.empty(), List.of(TOPIC));
        ChildSupervisor supervisor = ChildSupervisor.of(kafka.supervised(), QUICK, Clock.systemUTC());
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", kafka.bootstrapServers(),
                        "max.block.ms", 1_000,
                        "request.timeout.ms", 1_000,
                        "delivery.timeout.ms", 1_500,
                        "linger.ms", 0),
                new StringSerializer(),
                new StringSerializer())) {
            within(PATIENCE).until(() -> takes(producer, "before"));

            process(kafka.pid()).destroyForcibly();
            within(PATIENCE).until(() -> supervisor.status().restarts() == 1 && takes(producer, "after a kill"));

            Signals.send("STOP", kafka.pid());
            within(PATIENCE).until(() -> supervisor.status().restarts() == 2 && takes(producer, "after a stop"));
        } finally {
            supervisor.close();
        }
        assertThat(ProcessHandle.of(kafka.pid())).isEmpty();
    }

    private static boolean takes(KafkaProducer<String, String> producer, String value) throws InterruptedException {
        try {
            return producer.send(new ProducerRecord<>(TOPIC.name(), value))
                            .get(2, TimeUnit.SECONDS)
                            .offset()
                    >= 0;
        } catch (ExecutionException | TimeoutException away) {
            return false;
        }
    }
}
