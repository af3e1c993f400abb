package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.crossface.platform.eventstore.StoreCheck.Finding;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoreCheckTest {

    private static final TestPostgres postgres = TestPostgres.with();
    private final StoreCheck check = new StoreCheck(postgres.serverJdbc());

    @AfterAll
    static void close() {
        postgres.close();
    }

    private static void append(String stream, int events) {
        postgres.serverJdbc()
                .sql(
                        "INSERT INTO eventstore.event (sequence_number, time, aggregate_id, aggregate_type, event_id, payload_type,"
                                + " payload, metadata) SELECT n, now(), ?, 'Test', ? || n, 'test.text', '{}', '{}'"
                                + " FROM generate_series(0, ?) AS n")
                .params(stream, stream + "-", events - 1)
                .update();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "every stream", "DELETE FROM eventstore.event WHERE aggregate_id = ? AND sequence_number = 1"),
                Arguments.of(
                        "within a stream",
                        "UPDATE eventstore.event SET position = DEFAULT WHERE aggregate_id = ? AND sequence_number = 0"),
                Arguments.of(
                        "a kept answer",
                        "INSERT INTO dispatch.idempotency (actor, key, route, body_hash, position, sequence_number, stream_id)"
                                + " VALUES ('a', 'k', 'r', 'h', 7, 99, ?)"),
                Arguments.of(
                        "no snapshot",
                        "INSERT INTO eventstore.snapshot (aggregate_id, sequence_number, time, event_id, payload_type, payload,"
                                + " metadata) VALUES (?, 99, now(), 's', 'test.text', '{}', '{}')"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void findsWhatIsBroken(String rule, String fault) {
        append(rule, 4);
        assertThat(check.findings()).hasSize(StoreCheck.RULE_COUNT).allMatch(Finding::holds);
        postgres.ownerJdbc().sql(fault).param(rule).update();
        assertThat(check.broken()).anyMatch(broken -> broken.startsWith(rule));
        Stream.of("eventstore.event", "eventstore.snapshot", "dispatch.idempotency")
                .forEach(table ->
                        postgres.ownerJdbc().sql("DELETE FROM " + table).update());
    }

    @Test
    void anEmptyStoreIsSound() {
        assertThat(check.broken()).isEmpty();
    }
}
