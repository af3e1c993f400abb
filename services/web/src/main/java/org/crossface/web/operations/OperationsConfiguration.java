package org.crossface.web.operations;

import org.crossface.coordination.ViewPositions;
import org.crossface.coordination.rebuild.ViewBuilds;
import org.crossface.identity.gate.ReadGate;
import org.crossface.messages.automation.Resending;
import org.crossface.messages.outbox.Outbox;
import org.crossface.pathway.authority.PatientReach;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.platform.processing.DeadLetters;
import org.crossface.web.pages.RailEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Page and API of operations; imported by the server when it has the web role. */
@Configuration(proxyBeanMethods = false)
@Import({DeadLetterApi.class, ViewsApi.class, OutboxApi.class, OperationsPage.class, OutboxPage.class})
public class OperationsConfiguration {

    @Bean
    RailEntry operationsEntry() {
        return new RailEntry(90, "/operations", "server-cog", "Operations", true, true, OperationsAccess::mayLook);
    }

    @Bean
    DeadLetterAccess letterOffice(
            DeadLetters letters, PostgresEventStorageEngine engine, ReadGate gate, PatientReach patients) {
        return new DeadLetterAccess(letters, engine, gate, patients);
    }

    @Bean
    OutboxAccess outboxAccess(Outbox outbox, Resending resending, ReadGate gate) {
        return new OutboxAccess(outbox, resending, gate);
    }

    @Bean
    ViewsAccess viewsOffice(ViewBuilds builds, ViewPositions positions) {
        return new ViewsAccess(builds, positions);
    }
}
