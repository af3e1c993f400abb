package org.crossface.platform.drill;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.LogicalNameSerializer;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.personal.SubjectKeys;
import org.crossface.platform.testing.TestEventStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events of the torture test: each one's identifier names its unit of work, {@code <unit>/<number>}. */
final class DrillEvents {

    static final String TYPE = "Drill";

    private static final EventNames NAMES = EventNames.of().with(String.class, "drill.noted", 1);

    private DrillEvents() {}

    /** An engine on these connections. */
    static PostgresEventStorageEngine.Builder engine(DataSource dataSource) {
        SubjectKeys keys = new SubjectKeys(JdbcClient.create(dataSource), TestEventStore.keyEncryptionKey());
        return TestEventStore.engineBuilder(dataSource, NAMES, LogicalNameSerializer.forEvents(NAMES), keys);
    }

    /** Events of one unit of work that belong to one stream. */
    static List<DomainEventMessage<?>> of(String unit, int firstNumber, String stream, long firstSequence, int count) {
        List<DomainEventMessage<?>> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            GenericEventMessage<String> content = new GenericEventMessage<>(
                    unit + "/" + (firstNumber + i),
                    "note",
                    MetaData.emptyInstance(),
                    GenericEventMessage.clock.instant());
            events.add(
                    new GenericDomainEventMessage<>(TYPE, stream, firstSequence + i, content, content::getTimestamp));
        }
        return events;
    }
}
