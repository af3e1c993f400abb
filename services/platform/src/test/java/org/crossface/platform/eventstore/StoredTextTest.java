package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is appended is stored character for character: whatever is proved about an event's bytes later rests on it. */
@Timeout(60)
class StoredTextTest extends GroupAppending {

    /** White space, a repeated key, escapes of all kinds, numbers in several spellings, characters beyond the basic plane. */
    private static final String TEXT =
            " {\n\t\"b\" : 1.50e+2 ,\r\n \"b\":  -0.0, \"a\":[ ],\"\\u0061\" : \"\\u00e9\\/\\ud83d\\ude00\\t\\\\\","
                    + " \"é😀\": \"'\\\",{}NULL ''\", \"n\":123456789012345678901234567890.10, \"\" : null } ";

    StoredTextTest() {
        super(postgres.server());
    }

    enum Way {
        IN_A_GROUP,
        ALONE,
        IN_A_TRANSACTION_OF_THE_CALLER
    }

    @ParameterizedTest
    @EnumSource
    void isWhatWasAppended(Way way) throws Exception {
        String stream = newStream();
        NewEvent event =
                new NewEvent(0L, Instant.now(), stream, "Test", newStream(), "test.text", "1", TEXT, TEXT + "\n");
        append(way, unit(event));
        assertThat(stored("payload", stream)).isEqualTo(TEXT);
        assertThat(stored("metadata", stream)).isEqualTo(TEXT + "\n");
        try (PostgresEventStorageEngine engine =
                AxonEngineContractTest.builder(postgres).build()) {
            assertThat(engine.payloadOf(event.eventId()).orElseThrow())
                    .isEqualTo(new PostgresEventStorageEngine.Payload(TEXT, true));
        }
    }

    private void append(Way way, AppendBatch unit) throws Exception {
        switch (way) {
            case IN_A_GROUP -> appender.append(unit);
            case ALONE -> new BatchWriter(postgres.server(), Duration.ofSeconds(5)).writeAlone(unit);
            case IN_A_TRANSACTION_OF_THE_CALLER -> {
                try (Connection own = postgres.server().getConnection()) {
                    own.setAutoCommit(false);
                    BatchWriter.append(own, List.of(unit));
                    own.commit();
                }
            }
        }
    }

    private static String stored(String column, String stream) {
        return postgres.serverJdbc()
                .sql("SELECT " + column + "::text FROM eventstore.event WHERE aggregate_id = ?")
                .param(stream)
                .query(String.class)
                .single();
    }
}
