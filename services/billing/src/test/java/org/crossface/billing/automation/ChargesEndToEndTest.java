package org.crossface.billing.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.crossface.billing.account.BillingAccount;
import org.crossface.billing.account.ChargeState;
import org.crossface.billing.account.HoldReason;
import org.crossface.billing.charges.ChargeQueries;
import org.crossface.billing.charges.ChargeReplay;
import org.crossface.billing.charges.ChargeRow;
import org.crossface.billing.charges.ChargeView;
import org.crossface.billing.coding.BillingTables;
import org.crossface.billing.relay.AdvisoryLockLease;
import org.crossface.billing.relay.Broker;
import org.crossface.billing.relay.ChargeRelay;
import org.crossface.billing.relay.FailPoint;
import org.crossface.billing.relay.JdbcPublicationLog;
import org.crossface.billing.relay.JdbcStoreIdentity;
import org.crossface.billing.relay.RelayHealth;
import org.crossface.billing.relay.RelayStatus;
import org.crossface.billing.tail.BillingTail;
import org.crossface.pathway.evaluation.Cause;
import org.crossface.pathway.evaluation.Completeness;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.intake.PatientReferred;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.scheduling.events.AuthorizationDenied;
import org.crossface.pathway.scheduling.events.AuthorizationObtained;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.surgery.events.ChargeReviewed;
import org.crossface.pathway.surgery.events.IncisionMade;
import org.crossface.pathway.surgery.events.OperationRecordSigned;
import org.crossface.pathway.surgery.events.ProcedureDiscontinued;
import org.crossface.pathway.surgery.events.StageOneCompleted;
import org.crossface.pathway.surgery.events.StageTwoCompleted;
import org.crossface.pathway.surgery.events.WrongSiteEventReported;
import org.crossface.pathway.surgery.vocabulary.ChargeHold;
import org.crossface.pathway.surgery.vocabulary.DiscontinuedPhase;
import org.crossface.pathway.surgery.vocabulary.NeverEventKind;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Metadata;
import org.crossface.platform.schema.ModuleSchema;
import org.crossface.platform.testing.TestEventStore;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From the clinical fact to the consumer, with the real PostgreSQL and the real broker. */
class ChargesEndToEndTest {

    private static final String PATHWAY = "pathway-0101";
    private static final String FIRST_CASE = "case-0101-1";
    private static final String SECOND_CASE = "case-0101-2";
    private static final OffsetDateTime STAGE_ONE = OffsetDateTime.parse("2025-01-14T11:38:00-08:00");
    private static final OffsetDateTime STAGE_TWO = OffsetDateTime.parse("2026-01-20T14:20:00-08:00");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-01T09:00:00Z"), ZoneOffset.UTC);

    private static Broker broker;

    private final TestPostgres postgres = TestPostgres.with(new ModuleSchema("billing"));
    private TestEventStore store = TestEventStore.on(postgres);
    private final ChargeQueries queries = new ChargeQueries(postgres.serverJdbc());
    private Configuration axon;
    private ChargeRelay relay;

    @BeforeAll
    static void startBroker() {
        broker = Broker.shared();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void start() throws Exception {
        broker.clear();
        axon = startStore();
        relay = relay();
        relay.start();
        store.append(
                "CarePathway",
                PATHWAY,
                metadata(),
                new PatientReferred(
                        PATHWAY,
                        "fact-1",
                        STAGE_ONE.minusMonths(3),
                        "patient-0101",
                        "P-0101",
                        "site-bayview",
                        "America/Los_Angeles",
                        LocalDate.of(2024, 11, 5),
                        ParalysedSide.LEFT,
                        "1990-06-02",
                        false,
                        false,
                        null,
                        null,
                        null,
                        null),
                new ParalysisCharacterised(
                        PATHWAY,
                        "fact-2",
                        STAGE_ONE.minusMonths(2),
                        ParalysedSide.LEFT,
                        Cause.BELL_PALSY,
                        "2020-09",
                        false,
                        Completeness.COMPLETE,
                        6,
                        null,
                        false,
                        false,
                        true,
                        true),
                authorization("fact-0-1", Stage.ONE, "64886", STAGE_ONE.toLocalDate()),
                authorization("fact-0-2", Stage.TWO, "15842", STAGE_TWO.toLocalDate()));
    }

    private static AuthorizationObtained authorization(String factId, Stage stage, String code, LocalDate day) {
        return new AuthorizationObtained(
                PATHWAY,
                factId,
                STAGE_ONE.minusMonths(1),
                stage,
                "payer-7",
                "AUTH-" + factId,
                List.of(code),
                day.minusDays(30),
                day.plusDays(30),
                null);
    }

    private Configuration startStore() {
        store.configurer().configureAggregate(BillingAccount.class);
        // Two of them, as if each event were handled twice.
        store.configurer().eventProcessing().registerEventHandler(this::automation);
        store.configurer().eventProcessing().registerEventHandler(this::automation);
        WhenStageCompletedRaiseCharges.processing().configureModule(store.configurer());
        store.configurer()
                .eventProcessing()
                .registerEventHandler(configuration -> new ChargeView(postgres.serverJdbc()));
        return store.start();
    }

    private WhenStageCompletedRaiseCharges automation(Configuration configuration) {
        return new WhenStageCompletedRaiseCharges(
                configuration.eventStore(),
                (command, envelope) -> store.dispatch().send(command, envelope),
                BillingTables.codes(new ClassPathResource("billing/codes.json")),
                BillingTables.providers(new ClassPathResource("billing/providers.json")),
                at -> Policy.defaults());
    }

    private ChargeRelay relay() {
        return new ChargeRelay(
                broker.clients(),
                (short) 1,
                axon.eventStore(),
                new JdbcStoreIdentity(postgres.serverJdbc()),
                new JdbcPublicationLog(
                        postgres.serverJdbc(), new TransactionTemplate(new JdbcTransactionManager(postgres.server()))),
                new AdvisoryLockLease(postgres.server()),
                CLOCK,
                FailPoint.none());
    }

    @AfterEach
    void stop() {
        relay.stop();
        store.close();
        postgres.close();
    }

    @Test
    void eachStageIsRaisedHeldAndReleasedWhenItsRecordIsSigned() {
        completeStageOne("surgeon-osei");
        awaitRows(2);
        assertThat(queries.ofPathway(PATHWAY)).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(ChargeState.HELD);
            assertThat(row.heldFor()).containsExactly(HoldReason.OPERATION_RECORD_UNSIGNED);
            assertThat(row.laterality()).isEqualTo("RIGHT");
            assertThat(row.graftLengthBand()).isEqualTo("OVER_4_CM");
            assertThat(row.codes()).containsExactly("CPT 64886");
        });
        assertThat(broker.committedCharges()).isEmpty();

        append(
                FIRST_CASE,
                new OperationRecordSigned(PATHWAY, "fact-5", STAGE_ONE.plusHours(5), FIRST_CASE, "surgeon-osei"));
        awaitReceived(2);
        completeStageTwo();
        append(
                SECOND_CASE,
                new OperationRecordSigned(PATHWAY, "fact-8", STAGE_TWO.plusHours(2), SECOND_CASE, "surgeon-osei"));
        awaitReceived(4);
        await().untilAsserted(() -> assertThat(queries.ofPathway(PATHWAY)).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(ChargeState.RELEASED);
            assertThat(row.sentAt()).isEqualTo(CLOCK.instant());
        }));
        assertThat(printed().lines().toList()).hasSize(4);
        assertThat(printed())
                .contains(
                        "2025-01-14  PROFESSIONAL stage=1  RELEASED CROSS_FACE_NERVE_GRAFT OVER_4_CM RIGHT codes=CPT:64886")
                .contains("2026-01-20  FACILITY     stage=2  RELEASED FREE_GRACILIS_TRANSFER LEFT codes=CPT:15842");
        assertThat(new RelayHealth(relay::status).health().getStatus()).isEqualTo(Status.UP);
        assertThat(queries.counts(List.of("site-bayview"))).containsEntry(ChargeState.RELEASED, 4L);
        aReplayFindsTheRowThatWasAlteredByHand();
        assertThat(axon.eventProcessingConfiguration()
                        .eventProcessor(WhenStageCompletedRaiseCharges.GROUP, TrackingEventProcessor.class)
                        .orElseThrow()
                        .supportsReset())
                .as("the automation is never replayed")
                .isFalse();
    }

    @Test
    void aNeverEventHoldsWhatIsHeldAndTakesBackWhatWasReleased() {
        completeStageOne("surgeon-osei");
        awaitRows(2);
        append(FIRST_CASE, neverEvent("fact-5"));
        await().untilAsserted(() -> assertThat(queries.ofPathway(PATHWAY))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.heldFor())
                        .containsExactly(HoldReason.OPERATION_RECORD_UNSIGNED, HoldReason.NEVER_EVENT)));
        append(
                FIRST_CASE,
                new OperationRecordSigned(PATHWAY, "fact-6", STAGE_ONE.plusHours(5), FIRST_CASE, "surgeon-osei"));
        await().untilAsserted(() -> assertThat(queries.ofPathway(PATHWAY))
                .allSatisfy(row -> assertThat(row.heldFor()).containsExactly(HoldReason.NEVER_EVENT)));
        assertThat(broker.committedCharges()).isEmpty();
    }

    @Test
    void aNeverEventFoundLateTakesReleasedChargesBack() {
        completeStageOne("surgeon-osei");
        append(
                FIRST_CASE,
                new OperationRecordSigned(PATHWAY, "fact-5", STAGE_ONE.plusHours(5), FIRST_CASE, "surgeon-osei"));
        awaitReceived(2);
        append(FIRST_CASE, neverEvent("fact-6"));
        awaitReceived(4);
        assertThat(printed()).contains("REVERSED of charge-").contains("because NEVER_EVENT");
    }

    /** SC-17: 3.8 cm were typed for 13.8. Billing receives the first charge, its reversal and the one that takes its place. */
    @Test
    void aCorrectedLengthReversesTheChargeAndRaisesItAnew() {
        completeStageOne("surgeon-osei", 3.8);
        append(
                FIRST_CASE,
                new OperationRecordSigned(PATHWAY, "fact-5", STAGE_ONE.plusHours(5), FIRST_CASE, "surgeon-osei"));
        awaitRows(2);
        append(FIRST_CASE, authorization("fact-0-3", Stage.ONE, "64885", STAGE_ONE.toLocalDate()));
        awaitReceived(2);
        append(FIRST_CASE, authorization("fact-0-4", Stage.ONE, "64886", STAGE_ONE.toLocalDate()));
        append(FIRST_CASE, corrected("fact-6", "fact-4", "graftedLengthCm", "13.8"));
        awaitReceived(6);
        assertThat(printed().lines())
                .filteredOn(line -> line.contains("PROFESSIONAL"))
                .satisfiesExactly(
                        line -> assertThat(line).contains("AT_MOST_4_CM", "codes=CPT:64885"),
                        line -> assertThat(line).contains("REVERSED", "because CORRECTED"),
                        line -> assertThat(line).contains("OVER_4_CM", "codes=CPT:64886"));
        append(FIRST_CASE, corrected("fact-7", "fact-4", "bloodLossMl", "130"));
        append(FIRST_CASE, neverEvent("fact-8"));
        awaitReceived(8);
        assertThat(printed().lines()).as("the loss of blood is not charged").hasSize(8);
    }

    @Test
    void aCompletionThatNeverWasIsNotCharged() {
        completeStageOne("surgeon-osei");
        append(
                FIRST_CASE,
                new OperationRecordSigned(PATHWAY, "fact-5", STAGE_ONE.plusHours(5), FIRST_CASE, "surgeon-osei"));
        awaitReceived(2);
        append(FIRST_CASE, retracted("fact-6", "fact-4"));
        awaitReceived(4);
        assertThat(printed()).contains("because ENTERED_IN_ERROR");
        assertThat(queries.ofPathway(PATHWAY))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.state()).isEqualTo(ChargeState.REVERSED));
    }

    @Test
    void aNeverEventThatIsTakenBackLetsTheChargeGoOut() {
        completeStageOne("surgeon-osei");
        append(FIRST_CASE, neverEvent("fact-5"));
        append(
                FIRST_CASE,
                new OperationRecordSigned(PATHWAY, "fact-6", STAGE_ONE.plusHours(5), FIRST_CASE, "surgeon-osei"));
        await().untilAsserted(() -> assertThat(queries.ofPathway(PATHWAY))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.heldFor()).containsExactly(HoldReason.NEVER_EVENT)));
        append(FIRST_CASE, retracted("fact-7", "fact-5"));
        awaitReceived(2);
        assertThat(printed().lines()).allSatisfy(line -> assertThat(line).contains("RELEASED"));
    }

    @Test
    void aSignatureThatIsTakenBackHoldsTheChargeAgain() {
        completeStageOne("surgeon-osei");
        append(
                FIRST_CASE,
                new OperationRecordSigned(PATHWAY, "fact-5", STAGE_ONE.plusHours(5), FIRST_CASE, "surgeon-osei"));
        awaitReceived(2);
        append(FIRST_CASE, retracted("fact-6", "fact-5"));
        awaitReceived(4);
        await().untilAsserted(() -> assertThat(queries.inState(ChargeState.HELD, List.of("site-bayview"), 10))
                .extracting(ChargeRow::heldFor)
                .containsExactly(
                        List.of(HoldReason.OPERATION_RECORD_UNSIGNED), List.of(HoldReason.OPERATION_RECORD_UNSIGNED)));
    }

    private static RecordCorrected corrected(String factId, String target, String field, String value) {
        return new RecordCorrected(
                PATHWAY,
                factId,
                STAGE_ONE.plusDays(12),
                target,
                List.of(new CorrectedField(field, value)),
                List.of(),
                "The decimal point was typed twice");
    }

    private static RecordRetracted retracted(String factId, String target) {
        return new RecordRetracted(PATHWAY, factId, STAGE_ONE.plusDays(12), target, "The sheet of another patient");
    }

    @Test
    void aDeniedAuthorisationHoldsUntilItComes() {
        append(
                FIRST_CASE,
                new AuthorizationDenied(
                        PATHWAY, "fact-9", STAGE_ONE.minusDays(9), Stage.ONE, "payer-7", List.of("64886")));
        completeStageOne("surgeon-osei");
        append(
                FIRST_CASE,
                new OperationRecordSigned(PATHWAY, "fact-5", STAGE_ONE.plusHours(5), FIRST_CASE, "surgeon-osei"));
        await().untilAsserted(() -> assertThat(queries.ofPathway(PATHWAY))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.heldFor()).containsExactly(HoldReason.AUTHORISATION_MISSING)));
        append(
                FIRST_CASE,
                new AuthorizationObtained(
                        PATHWAY,
                        "fact-10",
                        STAGE_ONE.plusDays(13),
                        Stage.ONE,
                        "payer-7",
                        "AUTH-0101",
                        List.of("64886"),
                        LocalDate.of(2025, 1, 1),
                        LocalDate.of(2025, 12, 31),
                        null));
        awaitReceived(2);
        assertThat(postgres.placesOf("AUTH-0101"))
                .as("the number is stored encrypted")
                .isEmpty();
    }

    @Test
    void aProcedureThatWasStoppedIsChargedAndItsReviewLetsItGo() {
        append(
                FIRST_CASE,
                new ProcedureDiscontinued(
                        PATHWAY,
                        "fact-4",
                        STAGE_ONE,
                        FIRST_CASE,
                        Stage.ONE,
                        DiscontinuedPhase.AFTER_ANESTHESIA,
                        true,
                        "fever"));
        awaitRows(2);
        append(
                FIRST_CASE,
                new OperationRecordSigned(PATHWAY, "fact-5", STAGE_ONE.plusHours(5), FIRST_CASE, "surgeon-osei"));
        await().untilAsserted(() -> assertThat(queries.ofPathway(PATHWAY))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.heldFor()).contains(HoldReason.CODER_REVIEW)));
        append(
                FIRST_CASE,
                new ChargeReviewed(
                        PATHWAY,
                        "fact-6",
                        STAGE_ONE.plusDays(1),
                        FIRST_CASE,
                        ChargeHold.CODER_REVIEW,
                        "The note names the band"));
        await().untilAsserted(() -> assertThat(queries.ofPathway(PATHWAY))
                .allSatisfy(row -> assertThat(row.heldFor()).doesNotContain(HoldReason.CODER_REVIEW)));
    }

    @Test
    void aSurgeonWithoutANumberOnFileIsHeldAndTheFacilityIsNot() {
        completeStageOne("surgeon-unknown");
        append(
                FIRST_CASE,
                new OperationRecordSigned(PATHWAY, "fact-5", STAGE_ONE.plusHours(5), FIRST_CASE, "surgeon-unknown"));
        awaitReceived(1);
        assertThat(queries.inState(ChargeState.HELD, List.of("site-bayview"), 10))
                .extracting(ChargeRow::heldFor)
                .containsExactly(List.of(HoldReason.PROVIDER_NUMBER_MISSING));
    }

    @Test
    void aSecondRelayStandsByAndTakesOver() {
        ChargeRelay second = relay();
        await().until(() -> relay.status().activity() == RelayStatus.Activity.PUBLISHING);
        second.start();
        await().until(() -> second.status().activity() == RelayStatus.Activity.STANDBY);
        relay.stop();
        completeStageOne("surgeon-osei");
        append(
                FIRST_CASE,
                new OperationRecordSigned(PATHWAY, "fact-5", STAGE_ONE.plusHours(5), FIRST_CASE, "surgeon-osei"));
        awaitReceived(2);
        assertThat(second.status().activity()).isEqualTo(RelayStatus.Activity.PUBLISHING);
        second.stop();
        assertThat(new RelayHealth(second::status).health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void aStageCompletedBeforeTheFirstStartOfTheAutomationIsCharged() {
        store.close();
        postgres.ownerJdbc().sql("DELETE FROM processing.token_entry").update();
        store = TestEventStore.on(postgres);
        completeStageOne("surgeon-osei");
        assertThat(queries.ofPathway(PATHWAY)).isEmpty();

        axon = startStore();

        awaitRows(2);
    }

    private void completeStageOne(String surgeon) {
        completeStageOne(surgeon, 13.8);
    }

    private void completeStageOne(String surgeon, double graftedLengthCm) {
        append(
                FIRST_CASE,
                scheduled("fact-3", FIRST_CASE, Stage.ONE, STAGE_ONE, surgeon),
                new IncisionMade(PATHWAY, "fact-3a", STAGE_ONE.minusMinutes(218), FIRST_CASE, null),
                new StageOneCompleted(
                        PATHWAY,
                        "fact-4",
                        STAGE_ONE,
                        FIRST_CASE,
                        "graft-1",
                        LocalDate.of(2025, 1, 14),
                        graftedLengthCm,
                        120,
                        218,
                        "note-1",
                        false));
    }

    private void completeStageTwo() {
        append(
                SECOND_CASE,
                scheduled("fact-6", SECOND_CASE, Stage.TWO, STAGE_TWO, "surgeon-osei"),
                new StageTwoCompleted(
                        PATHWAY,
                        "fact-7",
                        STAGE_TWO,
                        SECOND_CASE,
                        "flap-1",
                        LocalDate.of(2026, 1, 20),
                        300,
                        380,
                        "note-2",
                        true,
                        true,
                        null,
                        null,
                        null));
    }

    private static SurgeryScheduled scheduled(
            String factId, String caseId, Stage stage, OffsetDateTime at, String surgeon) {
        return new SurgeryScheduled(
                PATHWAY,
                factId,
                at.minusDays(14),
                caseId,
                stage,
                "site-bayview",
                at.minusHours(4),
                240,
                240,
                "OR-1",
                List.of(surgeon),
                1,
                "consent-1");
    }

    private static WrongSiteEventReported neverEvent(String factId) {
        return new WrongSiteEventReported(
                PATHWAY,
                factId,
                STAGE_ONE.plusHours(1),
                FIRST_CASE,
                NeverEventKind.WRONG_SIDE,
                "graft placed on the wrong side",
                null,
                null,
                STAGE_ONE.plusHours(1),
                true,
                Phase.STAGE1_DONE);
    }

    private void append(String caseId, Object... facts) {
        Map<String, String> metadata = new HashMap<>(metadata());
        metadata.put(Metadata.CASE, caseId);
        store.append("CarePathway", PATHWAY, metadata, facts);
    }

    private static Map<String, String> metadata() {
        return Map.of(
                Metadata.PATIENT, "patient-0101",
                Metadata.PATHWAY, PATHWAY,
                Metadata.SITE, "site-bayview",
                Metadata.ZONE, "America/Los_Angeles",
                Metadata.POLICY_VERSION, "default-1");
    }

    private void aReplayFindsTheRowThatWasAlteredByHand() {
        ChargeReplay replay = new ChargeReplay(store.engine(), postgres.server());
        List<Long> read = new ArrayList<>();
        assertThat(replay.compare(read::add).differences()).isEmpty();
        assertThat(read).isNotEmpty().hasSize(Math.toIntExact(replay.events()));

        postgres.ownerJdbc()
                .sql("UPDATE billing.charge SET organisation = 'org-mine' WHERE stage = 2 AND claim = 'FACILITY'")
                .update();

        assertThat(replay.compare(read::add).differences())
                .hasSize(2)
                .anySatisfy(line ->
                        assertThat(line).startsWith("charge only serving").contains("org-mine"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("charge only replayed").contains("org-center"));
    }

    private void awaitRows(int number) {
        await().untilAsserted(() -> assertThat(queries.ofPathway(PATHWAY)).hasSize(number));
    }

    private void awaitReceived(int number) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(broker.committedCharges()).hasSize(number));
    }

    private String printed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BillingTail.run(
                List.of(
                        "--crossface.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--crossface.kafka.topic-prefix="
                                + broker.clients().topics().prefix(),
                        "--from-beginning",
                        "--until-end"),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
