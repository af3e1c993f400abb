package org.crossface.web.problem;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import tools.jackson.databind.ObjectMapper;

/** The handling of failures. */
@Configuration(proxyBeanMethods = false)
@Import({ApiProblems.class, UnknownAddresses.class})
public class ProblemConfiguration {

    @Bean
    ProblemWriter problemWriter(ObjectMapper json) {
        return new ProblemWriter(json);
    }

    /** Before the filters that look up sessions and tokens in the database. */
    @Bean
    FilterRegistrationBean<DatabaseAwayFilter> databaseAway(ProblemWriter problems) {
        FilterRegistrationBean<DatabaseAwayFilter> registration =
                new FilterRegistrationBean<>(new DatabaseAwayFilter(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
