package org.crossface.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Set;
import org.crossface.coordination.ViewPositions;
import org.crossface.coordination.record.PathwayRecords;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.eventstore.PostgresEventStorageEngine;
import org.crossface.web.api.description.CommandDescriptions;
import org.crossface.web.api.description.ReadDescriptions;
import org.crossface.web.api.paging.KnownParameters;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The REST API. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@PropertySource("classpath:org-crossface-web-api.properties")
public class ApiConfiguration {

    /** Runs after Spring Boot's own configuration, whose converter it replaces. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer guardedJson(JsonMapper json) {
        return converters -> converters.withJsonConverter(new GuardedJsonConverter(json));
    }

    @Bean
    CommandDescriptions commandDescriptions(CommandCatalogue catalogue) {
        return new CommandDescriptions(catalogue);
    }

    @Bean
    ReadDescriptions readDescriptions() {
        return new ReadDescriptions();
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

    /** Before all other interceptors, because those of the pages note the position of the views. */
    @Bean
    WebMvcConfigurer awaitedPositions(ViewPositions views) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new JsonAccepted())
                        .addPathPatterns("/api/**")
                        .excludePathPatterns("/api/openapi", "/api/openapi.*", "/api/patients/*/documents/*")
                        .order(Ordered.HIGHEST_PRECEDENCE);
                registry.addInterceptor(new KnownParameters(Set.of(AwaitedPosition.PARAMETER)))
                        .addPathPatterns("/api/**")
                        .excludePathPatterns("/api/openapi", "/api/openapi.*")
                        .order(Ordered.HIGHEST_PRECEDENCE);
                registry.addInterceptor(new AwaitedPosition(views)).order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    @Bean
    PathwayRecords pathwayRecords(PostgresEventStorageEngine engine, EventNames names) {
        return new PathwayRecords(engine, names);
    }
}
