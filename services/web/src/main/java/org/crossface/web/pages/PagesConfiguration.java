package org.crossface.web.pages;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.crossface.coordination.ViewPositions;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.ReadGate;
import org.crossface.web.pages.audit.AuditPages;
import org.crossface.web.pages.board.BoardPages;
import org.crossface.web.pages.live.LivePages;
import org.crossface.web.pages.patient.PatientPages;
import org.crossface.web.pages.today.TodayPages;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** The pages; imported by the server when it has the web role. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PagesSettings.class)
@Import({
    SignInPage.class,
    PageErrors.class,
    BoardPages.class,
    TodayPages.class,
    LivePages.class,
    PatientPages.class,
    AuditPages.class
})
public class PagesConfiguration {

    private static final Duration VERSIONED = Duration.ofDays(365);

    /** Times of the site that this server shows. */
    @Bean
    SiteTimes siteTimes(Clock clock, PagesSettings settings) {
        return new SiteTimes(clock, settings.zone());
    }

    @Bean
    SignedIn signedIn() {
        return () -> Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(CurrentActor.class::isInstance)
                .map(CurrentActor.class::cast)
                .map(actor -> new Person(actor.displayName(), actor.role().label()));
    }

    @Bean
    GatedReads gatedReads(ReadGate gate) {
        return new GatedReads(gate);
    }

    /** Addresses of the look carry a hash of the content, so that browsers may keep them. */
    @Bean
    ResourceUrlEncodingFilter resourceUrlEncodingFilter() {
        return new ResourceUrlEncodingFilter();
    }

    @Bean
    WebMvcConfigurer pagesMvc(SiteTimes times, SignedIn signedIn, ViewPositions positions) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ShellInterceptor(times, signedIn, positions));
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/look/**")
                        .addResourceLocations("classpath:/static/look/")
                        .setCacheControl(CacheControl.maxAge(VERSIONED).cachePublic())
                        .resourceChain(true)
                        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
            }
        };
    }
}
