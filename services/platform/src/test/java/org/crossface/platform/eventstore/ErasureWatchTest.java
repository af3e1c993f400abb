package org.crossface.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.axonframework.common.caching.Cache;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.personal.SubjectKeys;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.Test;

class ErasureWatchTest {

    @Test
    void aggregatesAreForgottenHereAtOnceAndOnAnotherNodeAtItsNextLook() {
        try (TestPostgres postgres = TestPostgres.with()) {
            SubjectKeys keysHere = new SubjectKeys(postgres.serverJdbc(), TestEventStore.keyEncryptionKey());
            SubjectKeys keysThere = new SubjectKeys(postgres.serverJdbc(), TestEventStore.keyEncryptionKey());
            AggregateCaches cachesHere = new AggregateCaches(10);
            AggregateCaches cachesThere = new AggregateCaches(10);
            Cache here = cachesHere.of(String.class);
            Cache there = cachesThere.of(String.class);
            try (ErasureWatch watchHere = ErasureWatch.start(keysHere, cachesHere, new Loops());
                    ErasureWatch watchThere = ErasureWatch.start(keysThere, cachesThere, new Loops())) {
                here.put("stream", "state");
                there.put("stream", "state");
                watchHere.look();
                watchThere.look();
                assertThat(here.containsKey("stream") && there.containsKey("stream"))
                        .as("without an erasure nothing is forgotten")
                        .isTrue();
                keysHere.destroy("patient-1");
                assertThat(here.containsKey("stream")).isFalse();
                watchThere.look();
                assertThat(there.containsKey("stream")).isFalse();
            }
        }
    }

    @Test
    void nothingIsReadableOnAnotherNodeAfterItHasForgottenTheAggregates() {
        try (TestPostgres postgres = TestPostgres.with()) {
            SubjectKeys keysHere = new SubjectKeys(postgres.serverJdbc(), TestEventStore.keyEncryptionKey());
            SubjectKeys keysThere = new SubjectKeys(postgres.serverJdbc(), TestEventStore.keyEncryptionKey());
            byte[] sealed = keysHere.seal("patient-1", "snapshot", "a name".getBytes(StandardCharsets.UTF_8));
            try (ErasureWatch watchThere = ErasureWatch.start(keysThere, new AggregateCaches(10), new Loops())) {
                assertThat(keysThere.open("snapshot", sealed)).isPresent();
                keysHere.destroy("patient-1");
                assertThat(keysThere.open("snapshot", sealed))
                        .as("the other node still has the key in its memory")
                        .isPresent();

                watchThere.look();

                assertThat(keysThere.open("snapshot", sealed)).isEmpty();
            }
        }
    }
}
