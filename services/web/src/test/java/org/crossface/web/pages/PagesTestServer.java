package org.crossface.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.CoordinationConfiguration;
import org.crossface.coordination.ViewChanged;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.projection.Recorded;
import org.crossface.coordination.record.PathwayStates;
import org.crossface.coordination.testing.TestViews;
import org.crossface.coordination.testing.TextbookPathway;
import org.crossface.coordination.views.Projector;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.ReadGate;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.pathway.patient.PatientRegistered;
import org.crossface.pathway.patient.Sex;
import org.crossface.pathway.policy.Policies;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.PlatformConfiguration;
import org.crossface.platform.api.AccessLog;
import org.crossface.platform.api.Role;
import org.crossface.platform.loops.Loops;
import org.crossface.platform.schema.PostgresEndpoint;
import org.crossface.platform.schema.PostgresProperties;
import org.crossface.platform.schema.SessionLimits;
import org.crossface.platform.testing.TestPostgres;
import org.crossface.web.pages.board.BoardPages;
import org.crossface.web.pages.escalation.EscalationPages;
import org.crossface.web.pages.live.LivePages;
import org.crossface.web.pages.live.LiveRights;
import org.crossface.web.pages.today.TodayPages;
import org.crossface.web.pages.worklist.WorklistPages;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * The pages on a real database with invented people, without command side and sign-in: everybody is the user whom the header
 * {@code X-Role} names. Its {@code main} keeps running, to look at the pages in a browser.
 */
public final class PagesTestServer implements AutoCloseable {

    /** Noon in Los Angeles on the day of several operations. */
    static final Instant NOW = Instant.parse("2026-10-13T21:12:00Z");

    private static final List<String> FAMILIES = List.of(
            "Larsen", "Grant", "Aoki", "Novotny", "Moreau", "Petrov", "Chen", "Hale", "Brandt", "Moss", "Singh",
            "Duarte");
    private static final List<String> GIVEN =
            List.of("Ida", "Theo", "Mei", "Jan", "Elise", "Ivan", "Yulia", "Rory", "Lea", "Callum", "Asha", "Rui");
    private static final int PEOPLE = 60;
    private static final int DAYS_APART = 23;

    final TestPostgres postgres = TestPostgres.with(TestViews.schemas());
    final List<AccessLog.Access> accesses;
    private final ConfigurableApplicationContext context;
    private final Map<String, List<PathwayEvent>> stored = new HashMap<>();
    private final Map<String, List<PathwayEvent>> future = new HashMap<>();
    private final Projector projector;
    private long position;

    private PagesTestServer(int port) {
        this.projector = TestViews.projector(
                new JdbcTemplate(postgres.server()),
                (id, sequence) -> stored.getOrDefault(id, List.of()).subList(0, (int) sequence + 1));
        this.context = new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.SERVLET)
                .initializers(ctx -> {
                    ctx.getBeanFactory().registerSingleton("dataSource", postgres.server());
                    ctx.getBeanFactory().registerSingleton("pathwayStates", (PathwayStates)
                            id -> Optional.ofNullable(stored.get(id)).map(PathwayState::of));
                    ctx.getBeanFactory().registerSingleton("postgresProperties", properties(postgres.endpoint()));
                })
                .properties(Map.of(
                        "server.port", port,
                        "spring.main.banner-mode", "off",
                        "spring.flyway.enabled", false,
                        "axon.axonserver.enabled", false,
                        "axon.update-check.disabled", true,
                        "spring.threads.virtual.enabled", true))
                .run();
        this.accesses = context.getBean(Accesses.class).all;
    }

    private static PostgresProperties properties(PostgresEndpoint endpoint) {
        return new PostgresProperties(
                endpoint.url(),
                null,
                "",
                endpoint.owner().user(),
                endpoint.owner().password(),
                endpoint.server().user(),
                endpoint.server().password(),
                1,
                1,
                1,
                SessionLimits.USUAL);
    }

    /** Starts on a free port. */
    static PagesTestServer start() {
        return new PagesTestServer(0);
    }

    String url() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Sixty people, operated on three weeks apart, as far as they have come by now. */
    void populate() {
        LocalDate today = LocalDate.ofInstant(NOW, TextbookPathway.ZONE);
        for (int i = 0; i < PEOPLE; i++) {
            Instant until = NOW.minusSeconds(i == 1 ? 5 * 3600L : 0);
            String id = "pathway-%02d".formatted(i);
            LocalDate stageOne = i < 3
                    ? today.minusDays(i == 2 ? 266 : 0)
                    : today.plusDays(70).minusDays((long) DAYS_APART * (i - 3));
            List<PathwayEvent> facts = TextbookPathway.facts(
                    id,
                    "P-%04d".formatted(300 - i),
                    i % 2 == 0 ? FaceSide.LEFT : FaceSide.RIGHT,
                    stageOne,
                    "OR-" + (1 + i % 3));
            register(id, FAMILIES.get(i % FAMILIES.size()), GIVEN.get((i * 5 + 3) % GIVEN.size()));
            List<PathwayEvent> past = facts.stream()
                    .filter(fact -> !fact.occurredAt().toInstant().isAfter(until))
                    .toList();
            project(past);
            future.put(id, facts.subList(past.size(), facts.size()));
        }
    }

    private void register(String pathwayId, String family, String given) {
        projector.take(
                new PatientRegistered(
                        "patient-of-" + pathwayId,
                        "registration-of-" + pathwayId,
                        NOW.atOffset(ZoneOffset.UTC),
                        family,
                        given,
                        "1990-06-02",
                        Sex.FEMALE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "en",
                        false,
                        "America/Los_Angeles",
                        null,
                        true),
                ++position);
    }

    /** The newest case of a pathway. */
    String caseInTheatre(String pathwayId) {
        return PathwayState.of(stored.getOrDefault(pathwayId, List.of()))
                .schedule()
                .cases()
                .getLast()
                .caseId();
    }

    /** Lets the next fact of a pathway happen. */
    void next(String pathwayId) {
        List<PathwayEvent> rest = future.getOrDefault(pathwayId, List.of());
        project(rest.subList(0, 1));
        future.put(pathwayId, rest.subList(1, rest.size()));
    }

    /** Lets everything up to the next fact of this type happen. */
    void nextUntil(String pathwayId, Class<? extends PathwayEvent> type) {
        while (!type.isInstance(future.getOrDefault(pathwayId, List.of()).getFirst())) {
            next(pathwayId);
        }
        next(pathwayId);
    }

    /** Projects facts in one batch, as an event processor does, and tells the live stream. */
    void project(List<? extends PathwayEvent> facts) {
        Projector.Batch batch = projector.begin();
        List<ViewChanged> changed = new ArrayList<>();
        for (PathwayEvent fact : facts) {
            List<PathwayEvent> stream = stored.computeIfAbsent(fact.pathwayId(), id -> new ArrayList<>());
            stream.add(fact);
            batch.take(
                    fact,
                    new Recorded(
                            stream.size() - 1, ++position, fact.occurredAt().toInstant(), "user-1", "SURGEON"));
            changed.add(new ViewChanged("board", fact.pathwayId(), position));
            changed.add(new ViewChanged("worklist", fact.pathwayId(), position));
        }
        batch.flush();
        for (String bundle : Bundles.names(Bundles.ALL)) {
            postgres.serverJdbc()
                    .sql("INSERT INTO views.progress (bundle, position) VALUES (?, ?)"
                            + " ON CONFLICT (bundle) DO UPDATE SET position = EXCLUDED.position")
                    .params(bundle, position)
                    .update();
        }
        context.getBean(ViewChanges.class).publish("live", changed, position);
    }

    @Override
    public void close() {
        context.close();
        postgres.close();
    }

    /** Runs until it is stopped; argument: the port. */
    public static void main(String[] arguments) throws InterruptedException {
        try (PagesTestServer server = new PagesTestServer(Integer.parseInt(arguments[0]))) {
            server.populate();
            System.out.println("Ready at " + server.url());
            Thread.currentThread().join();
        }
    }

    /** Keeps what the gate records. */
    static final class Accesses implements AccessLog {

        private final List<Access> all = new CopyOnWriteArrayList<>();

        @Override
        public void record(Access access) {
            all.add(access);
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.session.autoconfigure.SessionAutoConfiguration",
                "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration",
                "org.springframework.boot.session.jdbc.autoconfigure.SessionJdbcAutoConfiguration"
            })
    @Import({
        ShellConfiguration.class,
        BoardPages.class,
        TodayPages.class,
        LivePages.class,
        EscalationPages.class,
        WorklistPages.class,
        CoordinationConfiguration.class
    })
    static class App {

        @Bean
        @Primary
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean(PlatformConfiguration.INDEPENDENT)
        JdbcClient independentJdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        Loops loops() {
            return new Loops();
        }

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        Policies policies() {
            return at -> Policy.defaults();
        }

        @Bean
        CommandCatalogue commandCatalogue() {
            return CommandCatalogue.read();
        }

        @Bean
        StaffNames staffNames() {
            return id -> id;
        }

        @Bean
        Accesses accesses() {
            return new Accesses();
        }

        @Bean
        LiveRights liveRights() {
            return new LiveRights() {
                @Override
                public boolean hears(CurrentActor actor, ViewChanged change) {
                    return true;
                }

                @Override
                public Set<String> open(Map<String, CurrentActor> sessions) {
                    return sessions.keySet();
                }
            };
        }

        @Bean
        ReadGate readGate(Accesses accesses, Clock clock) {
            return new ReadGate(accesses, clock, () -> null);
        }

        @Bean
        SecurityFilterChain everybody(HttpSecurity http) {
            return http.addFilterBefore(
                            (request, response, chain) -> {
                                String role =
                                        request instanceof HttpServletRequest given ? given.getHeader("X-Role") : null;
                                CurrentActor actor = new CurrentActor(
                                        "user-1",
                                        "rosa",
                                        "Rosa Kim",
                                        role == null ? Role.SURGICAL_COORDINATOR : Role.valueOf(role),
                                        "org-center",
                                        Set.of("site-bayview"));
                                SecurityContextHolder.getContext()
                                        .setAuthentication(new UsernamePasswordAuthenticationToken(
                                                actor, null, AuthorityUtils.createAuthorityList("ROLE_USER")));
                                chain.doFilter(request, response);
                            },
                            AnonymousAuthenticationFilter.class)
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
                                    + " 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
                                    + " base-uri 'none'")))
                    .build();
        }
    }
}
