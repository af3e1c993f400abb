package org.crossface.web.pages.audit;

import org.crossface.audit.history.RawHistory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The controller of these pages and what it reads with. */
@Configuration(proxyBeanMethods = false)
@Import(AuditPage.class)
public class AuditPages {

    @Bean
    RawHistory rawHistory(JdbcClient jdbc) {
        return new RawHistory(jdbc);
    }
}
