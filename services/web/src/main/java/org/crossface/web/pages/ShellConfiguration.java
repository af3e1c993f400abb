package org.crossface.web.pages;

import jakarta.servlet.SessionTrackingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crossface.coordination.ViewPositions;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.ReadGate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
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

/** Beans that all pages share: the frame, times, sign-in, error pages and static resources. Each page has its own configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PagesSettings.class)
@Import({SignInPage.class, PageErrors.class})
public class ShellConfiguration {

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
                .map(CurrentActor.class::cast);
    }

    @Bean
    Rail rail(List<RailEntry> entries) {
        return new Rail(entries);
    }

    @Bean
    GatedReads gatedReads(ReadGate gate) {
        return new GatedReads(gate);
    }

    /** The session identifier is in the cookie only: Spring Security refuses a URL with one, and users could share such a URL. */
    @Bean
    ServletContextInitializer sessionsByCookieOnly() {
        return context -> context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
    }

    /** URLs of static resources contain a hash of the content, so that browsers may cache them. */
    @Bean
    ResourceUrlEncodingFilter resourceUrlEncodingFilter() {
        return new ResourceUrlEncodingFilter();
    }

    @Bean
    WebMvcConfigurer pagesMvc(SiteTimes times, SignedIn signedIn, ViewPositions positions, Rail rail) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ShellInterceptor(times, signedIn, positions, rail));
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
