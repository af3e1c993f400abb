package org.crossface.web.admission;

import java.time.Duration;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.crossface.audit.refusals.UnreadCommands;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.web.documents.ParsingPool;
import org.crossface.web.problem.ProblemWriter;
import org.crossface.web.security.Admission;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** The checks that every request passes. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:org-crossface-web-admission.properties")
public class AdmissionConfiguration {

    private static final int WAITING_DOCUMENTS = 64;
    private static final Duration PARSING = Duration.ofSeconds(2);
    private static final int MEGABYTE = 1_000_000;
    private static final int REQUESTS = 200;

    @Bean
    ParsingPool parsingPool() {
        return new ParsingPool(Math.max(2, Runtime.getRuntime().availableProcessors()), WAITING_DOCUMENTS, PARSING);
    }

    @Bean
    Operations operations(CommandCatalogue catalogue) {
        return new Operations(catalogue);
    }

    @Bean
    Admission admission(
            Operations operations, ParsingPool parsingPool, UnreadCommands refusals, ProblemWriter problems) {
        return new CheckedAdmission(
                operations,
                parsingPool,
                refusals,
                new RefusalWriter(problems),
                Share.of(4 * MEGABYTE, REQUESTS),
                Share.of(48 * MEGABYTE, REQUESTS),
                Share.of(64 * MEGABYTE, REQUESTS));
    }

    /** Sends "100 Continue" only when the body is about to be read, that is after the sender is authenticated. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> unreadBodies() {
        return factory -> {
            factory.addEngineValves(new UnreadBodies());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    http.setContinueResponseTiming("onRead");
                }
            });
        };
    }
}
