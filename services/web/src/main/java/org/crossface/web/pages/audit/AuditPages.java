package org.crossface.web.pages.audit;

import org.crossface.identity.gate.ReadGate;
import org.crossface.web.pages.RailEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The controller of these pages and their entry in the rail. */
@Configuration(proxyBeanMethods = false)
@Import(AuditPage.class)
public class AuditPages {

    @Bean
    RailEntry auditEntry() {
        return new RailEntry(
                80, "/audit", "scroll-text", "Audit", true, true, role -> ReadGate.opens(role, "audit/pathways"));
    }
}
