package org.crossface.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.crossface.audit.history.RawEvent;
import org.crossface.audit.history.RawHistory;
import org.crossface.coordination.Bundles;
import org.crossface.coordination.ViewChanges;
import org.crossface.coordination.ViewPositions;
import org.crossface.coordination.rebuild.ViewBuild;
import org.crossface.coordination.rebuild.ViewBuilder;
import org.crossface.coordination.rebuild.ViewBuilds;
import org.crossface.coordination.testing.TestViews;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.CircumstancesResolver;
import org.crossface.pathway.DayOfSurgery;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.Samples;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.recovery.pacu.AdmitToRecovery;
import org.crossface.pathway.surgery.checklist.CompleteSignOut;
import org.crossface.pathway.surgery.events.SafetySignOutCompleted;
import org.crossface.pathway.surgery.vocabulary.CountResult;
import org.crossface.pathway.vocabulary.PathwayCommand;
import org.crossface.platform.api.Harmless;
import org.crossface.platform.api.Personal;
import org.crossface.platform.api.Role;
import org.crossface.platform.eventstore.EventNames;
import org.crossface.platform.processing.ParallelWork;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Sign-outs of revision 1, stored and encrypted by the release that knew no other, in the hands of this release: the aggregate, the views, a
 * replay and a build of the views see revision 2, an auditor sees what was stored.
 */
@Timeout(180)
@SuppressWarnings("NullAway.Init") // set before each test
class EarlierRevisionTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);
    private static final String NAME = "surgery.safety-sign-out-completed";
    private static final String PATHWAY = "pathway-1";
    private static final String PATIENT = "patient-1";
    private static final String PROBLEM = "The suction pump failed";
    private static final DayOfSurgery DAY = DayOfSurgery.stageOne()
            .upToIncision()
            .harvested()
            .coapted()
            .banked()
            .completed();

    /** {@link SafetySignOutCompleted} as the earlier release had it. */
    record SignOutOfRevision1(
            @Harmless String pathwayId,
            @Harmless String factId,
            OffsetDateTime occurredAt,
            @Harmless String caseId,
            boolean procedureRecorded,
            boolean countsCorrect,
            boolean specimensLabelled,
            @Personal @Nullable String equipmentProblems,
            @Personal @Nullable String recoveryConcerns,
            List<Role> participants,
            @Personal @Nullable String exceptions) {}

    private final TestPostgres postgres = TestPostgres.with(TestViews.schemas());
    private final TestEventStore earlier = TestEventStore.on(postgres, earlierRelease());
    private final TestEventStore store = TestEventStore.on(postgres);
    private final RawHistory raw = new RawHistory(postgres.serverJdbc());
    private Configuration axon;

    private static EventNames earlierRelease() {
        Set<Class<?>> others = EventNames.scan("org.crossface").types().stream()
                .filter(type -> type != SafetySignOutCompleted.class)
                .collect(Collectors.toSet());
        return EventNames.of(others).with(SignOutOfRevision1.class, NAME, 1);
    }

    @BeforeEach
    void startThisRelease() {
        store.configurer()
                .registerComponent(ParameterResolverFactory.class, c -> resolvers())
                .configureAggregate(CarePathway.class);
        TestViews.keep(store.configurer(), postgres.server(), store.engine(), ViewChanges.ofOneNode());
    }

    private static ParameterResolverFactory resolvers() {
        return MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(CarePathway.class),
                new CircumstancesResolver(
                        Clock.fixed(DAY.at("12:10").toInstant(), ZoneOffset.UTC),
                        at -> Policy.defaults(),
                        new PathwayFixture.KnownReference(),
                        new PathwayFixture.FreeReservations(),
                        () -> "new-fact-" + System.nanoTime()));
    }

    @AfterEach
    void stop() {
        store.close();
        earlier.close();
        postgres.close();
    }

    /** The earlier release stores the day up to the sign-out; then this release starts. */
    private void signedOutBefore(boolean countsCorrect) {
        earlier.append("CarePathway", PATHWAY, PATIENT, DAY.facts().toArray());
        earlier.append(
                "CarePathway",
                PATHWAY,
                PATIENT,
                new SignOutOfRevision1(
                        PATHWAY,
                        "sign-out",
                        DAY.at("11:45"),
                        DAY.caseId(),
                        true,
                        countsCorrect,
                        true,
                        PROBLEM,
                        null,
                        List.of(Role.OR_NURSE),
                        "A needle is missing"));
    }

    private void start() {
        axon = store.start();
    }

    private void send(Role role, PathwayCommand command) {
        axon.commandGateway().sendAndWait(new GenericCommandMessage<>(command, PathwayFixture.as(role)));
    }

    private void admit() {
        send(Role.PACU_NURSE, new AdmitToRecovery(PATHWAY, DAY.at("12:05"), DAY.caseId()));
    }

    private SafetySignOutCompleted readSignOut() {
        return store.engine()
                .readEvents(PATHWAY)
                .asStream()
                .map(event -> event.getPayload())
                .filter(SafetySignOutCompleted.class::isInstance)
                .map(SafetySignOutCompleted.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<RawEvent> rawSignOuts() {
        return raw.ofStream(PATHWAY).stream()
                .filter(event -> event.type().equals(NAME))
                .toList();
    }

    private void awaitViews() {
        ViewPositions positions = TestViews.positions(postgres.serverJdbc(), ViewChanges.ofOneNode());
        await().atMost(LONG_ENOUGH)
                .until(() -> positions.reached() == store.engine().horizon());
    }

    private List<String> timeline() {
        return postgres.serverJdbc()
                .sql("SELECT detail FROM view_timeline.timeline WHERE event = ? ORDER BY sequence")
                .param(NAME)
                .query(String.class)
                .list();
    }

    private void assertViewsAreWhatAReplayMakes() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ReplayComparison.Result result = new ReplayComparison(
                        postgres.endpoint(),
                        postgres.server(),
                        store.engine(),
                        at -> Policy.defaults(),
                        Bundles.ALL,
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run();
        assertThat(result.isEqual())
                .as(printed.toString(StandardCharsets.UTF_8))
                .isTrue();
        assertThat(postgres.serverJdbc()
                        .sql("SELECT count(*) FROM processing.dead_letter")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theAggregateDecidesOnItAndGoesOn() {
        signedOutBefore(false);
        start();
        assertThatThrownBy(this::admit).hasMessageContaining("The counts of the sign-out are unresolved");
        send(
                Role.OR_NURSE,
                new CompleteSignOut(
                        PATHWAY,
                        DAY.at("12:00"),
                        DAY.caseId(),
                        true,
                        CountResult.RESOLVED,
                        true,
                        null,
                        null,
                        List.of(Role.OR_NURSE),
                        null,
                        null));
        admit();
        assertThat(rawSignOuts()).extracting(RawEvent::revision).containsExactly("1", "3");
    }

    @Test
    void aCorrectionThatTheEarlierReleaseRecordedStillHolds() {
        signedOutBefore(false);
        earlier.append(
                "CarePathway",
                PATHWAY,
                PATIENT,
                new RecordCorrected(
                        PATHWAY,
                        "correction",
                        DAY.at("11:50"),
                        "sign-out",
                        List.of(new CorrectedField("countsCorrect", "true")),
                        null,
                        "The needle lay under the drape"));
        start();
        admit();
        awaitViews();
        assertViewsAreWhatAReplayMakes();
    }

    @Test
    void theViewsShowItAndAReplayAndABuildMakeTheSame() throws InterruptedException {
        signedOutBefore(false);
        start();
        awaitViews();
        assertThat(timeline()).containsExactly("Counts unresolved");
        assertViewsAreWhatAReplayMakes();

        ViewBuilds builds = new ViewBuilds(postgres.server(), postgres.endpoint());
        ViewBuild build = builds.start(Bundles.RECORD, "tester");
        ViewBuilder builder =
                TestViews.builder(postgres, Bundles.ALL, store, axon.eventStore(), new ParallelWork(2, 100));
        builder.start();
        await().atMost(LONG_ENOUGH)
                .until(() -> builds.find(build.number()).orElseThrow().state() == ViewBuild.State.SERVING);
        builder.stop();
        assertThat(timeline()).containsExactly("Counts unresolved");
        assertViewsAreWhatAReplayMakes();
    }

    @Test
    void anAuditorSeesTheStoredRevisionUnchanged() {
        signedOutBefore(true);
        RawEvent before = rawSignOuts().getFirst();
        start();
        admit();
        awaitViews();
        assertThat(rawSignOuts()).containsExactly(before);
        assertThat(before.revision()).isEqualTo("1");
        assertThat(before.payload())
                .contains("\"countsCorrect\":true")
                .contains("\"$p\":")
                .doesNotContain("\"counts\":")
                .doesNotContain(PROBLEM);
    }

    @Test
    void itsPersonalComponentsAreThereUntilThePersonIsErased() {
        signedOutBefore(true);
        assertThat(readSignOut().equipmentProblems()).isEqualTo(PROBLEM);
        assertThat(readSignOut().counts()).isEqualTo(CountResult.CORRECT);
        store.keys().destroy(PATIENT);
        assertThat(readSignOut().equipmentProblems()).isEqualTo(Personal.ERASED);
        assertThat(readSignOut().recoveryConcerns()).isNull();
        assertThat(readSignOut().counts()).isEqualTo(CountResult.CORRECT);
    }

    /** The record above and the golden file are of one shape. */
    @Test
    void theEarlierReleaseWroteTheGoldenFile() throws IOException {
        try (InputStream golden = Samples.class.getResourceAsStream("/golden/" + NAME + "-1.json")) {
            assertThat(earlier.serializer()
                            .serialize(Samples.of(SignOutOfRevision1.class), String.class)
                            .getData())
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }
}
