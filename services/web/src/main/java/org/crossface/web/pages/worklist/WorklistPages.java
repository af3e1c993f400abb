package org.crossface.web.pages.worklist;

import java.time.Clock;
import org.crossface.coordination.worklist.Worklist;
import org.crossface.identity.gate.ReadGate;
import org.crossface.web.pages.RailEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controller of the worklist and its entry in the rail. */
@Configuration(proxyBeanMethods = false)
@Import(WorklistPage.class)
public class WorklistPages {

    /** What is read, for the gate and its record. */
    static final String RESOURCE = "clinical/worklist";

    @Bean
    RailEntry worklistEntry(Worklist worklist, Clock clock) {
        return new RailEntry(
                25,
                WorklistPage.PATH,
                "list-checks",
                "Worklist",
                false,
                true,
                role -> ReadGate.opens(role, RESOURCE),
                WorklistPage.WAITING,
                actor -> worklist.waitingFor(actor.id(), actor.role(), actor.siteFilter(), clock.instant()));
    }
}
