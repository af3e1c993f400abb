package org.crossface.server.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossface.identity.tokens.ApiTokens;
import org.crossface.identity.users.Users;
import org.crossface.pathway.authority.CommandCatalogue;
import org.crossface.platform.api.Role;
import org.crossface.server.api.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/**
 * Every operation of the running server, as every role, from another site, from no site, with an ended session and without any: nothing of
 * a patient is told and nothing is recorded. What the server can do is asked of the server itself, so that an operation that nobody has
 * thought about fails here.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestPropertySource(properties = "crossface.live.heartbeat=500ms") // waited for twice
class SitesTest extends RunningServer {

    private static final Logger log = LoggerFactory.getLogger(SitesTest.class);

    private final WebApplicationContext context;
    private final CommandCatalogue catalogue;
    private final Set<Operation> operations;
    private final OperationTable table = OperationTable.read();
    private final Users users;
    private final ApiTokens tokens;
    private final JdbcClient jdbc;
    private final Map<Situation, Map<Role, Person>> people = new EnumMap<>(Situation.class);
    private Client client;
    private World world;
    private OtherNode otherNode;

    SitesTest(
            @Autowired WebApplicationContext context,
            @Autowired CommandCatalogue catalogue,
            @Autowired Users users,
            @Autowired ApiTokens tokens,
            @Autowired JdbcClient jdbc) {
        this.context = context;
        this.catalogue = catalogue;
        this.operations = new Operations(context, catalogue).all();
        this.users = users;
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void openTwoSites() {
        client = new Client(port());
        People all = new People(users, tokens, client);
        for (Situation situation : Situation.values()) {
            people.put(situation, all.of(situation));
        }
        world = new World(client, jdbc, of(Situation.HOME), of(Situation.OTHER_SITE));
        world.build();
        otherNode = OtherNode.of(context.getEnvironment());
    }

    @AfterAll
    void closeTheOtherNode() {
        otherNode.close();
    }

    private Map<Role, Person> of(Situation situation) {
        return people.getOrDefault(situation, Map.of());
    }

    @Test
    @Order(1)
    void everyOperationHasARowAndEveryRowAnOperation() {
        assertThat(operations).hasSizeGreaterThan(300);
        assertThat(table.gaps(operations)).isEmpty();
    }

    /** In this order, so that whoever may get through does so last. */
    @ParameterizedTest
    @EnumSource(names = {"NOT_SIGNED_IN", "ENDED", "NO_SITE", "OTHER_SITE"})
    @Order(2)
    void nothingIsToldAndNothingIsRecorded(Situation situation) throws InterruptedException {
        Findings findings = new Findings();
        Target exposed = world.exposed();
        Set<String> before = world.recorded();
        long started = System.nanoTime();
        Matrix matrix = new Matrix(operations, table, client, exposed, world.canaries(), findings);
        matrix.send(of(situation).values());
        if (situation.isSignedIn()) {
            people.put(situation, new People(users, tokens, client).again(of(situation)));
            world.staff(of(Situation.OTHER_SITE));
        }
        log.info("{}: {} requests in {} ms", situation, matrix.sent(), (System.nanoTime() - started) / 1_000_000);
        Set<String> after = world.recorded();
        difference(before, after).forEach(line -> findings.add(situation + " is recorded", "now " + line));
        difference(after, before).forEach(line -> findings.add(situation + " is recorded", "before " + line));
        findings.write(Path.of("target/sites-" + situation + ".txt"));
        assertThat(findings.summary()).isEmpty();
    }

    /** Without this, nothing found could mean that nothing can be found. */
    @Test
    @Order(2)
    void whoeverGetsThroughIsFound() throws InterruptedException {
        Findings findings = new Findings();
        Target exposed = world.exposed();
        Set<Operation> some = operations.stream()
                .filter(each -> each.command() == null
                        ? each.method().equals("GET")
                        : each.row().contains("<patient>"))
                .collect(Collectors.toSet());
        List<Person> insiders = Stream.of(Role.SURGEON, Role.PREOP_NURSE, Role.QUALITY_AUDITOR)
                .map(role -> World.person(of(Situation.HOME), role).takenFor(Situation.OTHER_SITE))
                .toList();
        new Matrix(some, table, client, exposed, world.canaries(), findings).send(insiders);
        assertThat(findings.kinds())
                .contains(
                        "OTHER_SITE is carried out",
                        "OTHER_SITE tells of a patient of another site",
                        "OTHER_SITE differs from one that does not exist",
                        "OTHER_SITE answers 412 and tells that it exists");
    }

    private static Set<String> difference(Set<String> before, Set<String> after) {
        Set<String> more = new TreeSet<>(after);
        more.removeAll(before);
        return more;
    }

    @Test
    @Order(3)
    void nothingOfThisIsClosedToThePatientsOwnSite() throws InterruptedException {
        Findings findings = new Findings();
        world.exposed();
        Canaries canaries = world.canaries();
        new Matrix(operations, table, client, world.home(), canaries, findings)
                .control(of(Situation.HOME), world.spare());
        findings.write(Path.of("target/sites-HOME.txt"));
        assertThat(findings.summary()).isEmpty();
        assertThat(canaries.seen())
                .as("canaries that nobody can be told prove nothing")
                .containsAll(world.shownAtHome());
    }

    @Test
    @Order(4)
    void aRepetitionByAnotherSiteIsNoRepetition() {
        Findings findings = new Findings();
        new Repetitions(client, world, of(Situation.HOME), of(Situation.OTHER_SITE), findings).send();
        assertThat(findings.summary()).isEmpty();
    }

    @Test
    @Order(5)
    void noCommandRefersToWhatAnotherSiteHas() {
        Findings findings = new Findings();
        References references = new References(client, world, of(Situation.OTHER_SITE), findings);
        references.send(catalogue);
        log.info("{} references to the home site, {} of them judged", references.sent(), references.judged());
        findings.write(Path.of("target/sites-references.txt"));
        assertThat(findings.summary()).isEmpty();
        assertThat(references.judged()).isGreaterThan(40);
    }

    @Test
    @Order(6)
    void aSharedPatientIsKnownAtTheOtherSiteAndThePathwayIsNot() {
        new SharedPatient(client, world, catalogue, of(Situation.HOME), of(Situation.OTHER_SITE)).share();
    }

    @Test
    @Order(7)
    void aLiveStreamTellsOfOnesOwnSitesOnly() {
        awaitEndOfBuilds();
        Findings findings = new Findings();
        try (Viewers viewers = new Viewers(client, world, people)) {
            viewers.watch(findings);
        }
        findings.write(Path.of("target/sites-streams.txt"));
        assertThat(findings.summary()).isEmpty();
    }

    /** Requests of the tests before have asked for builds of the views. What a build projects just before it serves is told to no stream. */
    private void awaitEndOfBuilds() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> jdbc.sql("SELECT count(*) = 0 FROM views.build WHERE state = 'BUILDING'")
                        .query(Boolean.class)
                        .single());
    }

    @ParameterizedTest
    @EnumSource
    @Order(8)
    void aLiveStreamEndsWithinASecondOf(Ending ending) throws ReflectiveOperationException {
        People all = new People(users, tokens, client);
        Person leaves = all.add(Situation.HOME, Role.SURGEON, "-" + ending.word());
        Person stays = all.add(Situation.HOME, Role.SURGEON, "-beside-" + ending.word());
        try (LiveStream ended = LiveStream.open(client, leaves);
                LiveStream beside = LiveStream.open(client, stays)) {
            ended.awaitFrame();
            beside.awaitFrame();
            ending.happen(leaves, client, users, otherNode);
            long happened = System.nanoTime();
            assertThat(ended.endedAfter(happened)).as(ending + ", in ms").isLessThan(1_000);
            assertThat(client.send(leaves, Call.get("/events/probe")).status()).isEqualTo(401);
            assertThat(beside.isOpen()).as("that of somebody else goes on").isTrue();
        }
    }
}
