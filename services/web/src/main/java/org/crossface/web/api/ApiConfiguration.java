package org.crossface.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.time.Clock;
import java.util.List;
import org.axonframework.common.IdentifierFactory;
import org.crossface.coordination.ViewPositions;
import org.crossface.coordination.record.PathwayRecords;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.reference.StandingData;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.web.api.command.Centres;
import org.crossface.web.api.command.CommandReader;
import org.crossface.web.api.command.StreamIdentifiers;
import org.crossface.web.api.description.CommandDescriptions;
import org.crossface.web.api.problem.DatabaseAwayFilter;
import org.crossface.web.api.problem.ProblemWriter;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The REST API. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@PropertySource("classpath:org-crossface-web-api.properties")
public class ApiConfiguration {

    @Bean
    ProblemWriter problemWriter(ObjectMapper json) {
        return new ProblemWriter(json);
    }

    /** After Spring Boot's own, whose converter it replaces. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer guardedJson(JsonMapper json) {
        return converters -> converters.withJsonConverter(new GuardedJsonConverter(json));
    }

    /** Outside of the filters that look for sessions and tokens in the database. */
    @Bean
    FilterRegistrationBean<DatabaseAwayFilter> databaseAway(ProblemWriter problems) {
        FilterRegistrationBean<DatabaseAwayFilter> registration =
                new FilterRegistrationBean<>(new DatabaseAwayFilter(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    CommandDescriptions commandDescriptions(CommandCatalogue catalogue) {
        return new CommandDescriptions(catalogue);
    }

    @Bean
    OpenAPI apiDescription() {
        return new OpenAPI()
                .servers(List.of(new Server().url("/")))
                .info(new Info()
                        .title("Crossface")
                        .version("1")
                        .description("Two-stage facial reanimation, from the referral to the outcome. Get a token with"
                                + " POST /api/tokens and send it as a bearer token."))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    /** Before all other interceptors: those of pages note how far the views have come. */
    @Bean
    WebMvcConfigurer awaitedPositions(ViewPositions views) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AwaitedPosition(views)).order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    @Bean
    CommandReader commandReader(Clock clock) {
        return new CommandReader(clock);
    }

    @Bean
    Centres centres(StandingData standing) {
        return new Centres(standing);
    }

    @Bean
    StreamIdentifiers streamIdentifiers() {
        return () -> IdentifierFactory.getInstance().generateIdentifier();
    }

    @Bean
    PathwayRecords pathwayRecords(PostgresEventStorageEngine engine, EventNames names) {
        return new PathwayRecords(engine, names);
    }
}
