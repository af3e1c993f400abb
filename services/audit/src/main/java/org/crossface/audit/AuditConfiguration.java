package org.crossface.audit;

import java.time.Clock;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.crossface.audit.access.JdbcAccessLog;
import org.crossface.audit.history.RawHistory;
import org.crossface.audit.refusals.JdbcRefusals;
import org.crossface.audit.refusals.KeepingRefusals;
import org.crossface.audit.refusals.StreamSubject;
import org.crossface.audit.refusals.UnreadCommands;
import org.crossface.pathway.policy.Policies;
import org.crossface.platform.PlatformConfiguration;
import org.crossface.platform.api.Refusals;
import org.crossface.platform.personal.SubjectCipher;
import org.crossface.platform.schema.ModuleSchema;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The beans of the module. */
@Configuration(proxyBeanMethods = false)
public class AuditConfiguration {

    @Bean
    static ModuleSchema auditSchema() {
        return new ModuleSchema("audit");
    }

    @Bean
    JdbcAccessLog accessLog(@Qualifier(PlatformConfiguration.INDEPENDENT) JdbcClient jdbc) {
        return new JdbcAccessLog(jdbc);
    }

    @Bean
    RawHistory rawHistory(JdbcClient jdbc) {
        return new RawHistory(jdbc);
    }

    @Bean
    JdbcRefusals refusals(@Qualifier(PlatformConfiguration.INDEPENDENT) JdbcClient jdbc, SubjectCipher cipher) {
        return new JdbcRefusals(
                jdbc, cipher, () -> IdentifierFactory.getInstance().generateIdentifier());
    }

    /** Axon registers every interceptor bean on the command bus, in bean order: this one outside all interceptors that may refuse. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    KeepingRefusals keepingRefusals(Refusals refusals, Policies policies, Clock clock, EventStore events) {
        return new KeepingRefusals(
                refusals, policies, clock, JsonMapper.shared(), stream -> StreamSubject.of(events, stream));
    }

    @Bean
    UnreadCommands unreadCommands(Refusals refusals, Policies policies, Clock clock, EventStore events) {
        return new UnreadCommands(refusals, policies, clock, stream -> StreamSubject.of(events, stream));
    }
}
