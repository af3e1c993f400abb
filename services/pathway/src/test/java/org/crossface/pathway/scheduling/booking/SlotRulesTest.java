package org.crossface.pathway.scheduling.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossface.pathway.Histories.join;
import static org.crossface.pathway.Histories.time;
import static org.crossface.pathway.Histories.without;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.PathwayFixture.FreeReservations;
import org.crossface.pathway.PathwayFixture.KnownReference;
import org.crossface.pathway.PathwayFixture.TakenReservations;
import org.crossface.pathway.Refused;
import org.crossface.pathway.Samples;
import org.crossface.pathway.consent.ConsentObtained;
import org.crossface.pathway.oversight.PatientReturned;
import org.crossface.pathway.oversight.PatientWithdrew;
import org.crossface.pathway.oversight.RuleOverridden;
import org.crossface.pathway.oversight.WithdrawalScope;
import org.crossface.pathway.planning.NerveSource;
import org.crossface.pathway.planning.PlannedSetting;
import org.crossface.pathway.planning.TreatmentOption;
import org.crossface.pathway.planning.TreatmentPlanRevised;
import org.crossface.pathway.planning.TreatmentPlanSelected;
import org.crossface.pathway.reference.ReferenceData;
import org.crossface.pathway.scheduling.SurgicalCase;
import org.crossface.pathway.scheduling.events.PreOpClearanceGranted;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.FaceSide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Phase;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SlotRulesTest {

    private static final OffsetDateTime STAGE_ONE = time("2025-01-14T08:00");
    private static final OffsetDateTime STAGE_TWO = time("2025-10-07T07:30");
    private static final OffsetDateTime BOOKED_ONE = time("2025-01-08T12:00");
    private static final OffsetDateTime BOOKED_TWO = time("2025-10-01T12:00");

    @Test
    void stageOneIsBooked() {
        one(Histories.readyForStageOne(), STAGE_ONE).expectState(pathway -> {
            assertThat(pathway.state().phase()).isEqualTo(Phase.STAGE1_PLANNED);
            SurgicalCase booked = pathway.state().schedule().caseOf(Stage.ONE).orElseThrow();
            assertThat(booked.accountableSurgeon()).isEqualTo(Histories.SURGEON);
            assertThat(booked.recoveryMinutes()).isEqualTo(240);
            assertThat(booked.consentId()).isEqualTo(Histories.CONSENT_ONE);
        });
    }

    @Test
    @Tag("INV-20")
    void stageTwoBeforeNeurotizationIsRefused() {
        OffsetDateTime booked = time("2025-07-16T10:00");
        two(Histories.stageOneDone(), booked, time("2025-08-05T07:30")).expectException(Refused.by("INV-20"));
    }

    @Test
    @Tag("INV-20")
    void stageTwoAfterNeurotizationPasses() {
        two(Histories.readyForStageTwo(), BOOKED_TWO, STAGE_TWO)
                .expectState(pathway -> assertThat(pathway.state().phase()).isEqualTo(Phase.STAGE2_PLANNED));
    }

    @Test
    @Tag("INV-20")
    void aMuscleDrivenByTheMassetericNerveAloneNeedsNoGraft() {
        List<PathwayEvent> history = join(
                Histories.planned(TreatmentOption.GRACILIS_MASSETERIC_1STAGE, NerveSource.MASSETERIC),
                List.of(
                        consent(TreatmentOption.GRACILIS_MASSETERIC_1STAGE, FaceSide.LEFT, BodySide.LEFT, 1),
                        Histories.asa(Stage.TWO, 2, time("2025-09-16T09:00")),
                        Histories.clearance(Stage.TWO, time("2025-09-16T09:30"), LocalDate.of(2025, 10, 16))));
        two(history, BOOKED_TWO, STAGE_TWO).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-21")
    void stageTwoTheDayBeforeSixMonthsIsRefused() {
        two(afterStageOneOn(LocalDate.of(2025, 4, 7)), BOOKED_TWO, time("2025-10-06T07:30"))
                .expectException(Refused.by("INV-21", "startsAt"));
    }

    @Test
    @Tag("INV-21")
    void stageTwoAfterSixMonthsPasses() {
        two(afterStageOneOn(LocalDate.of(2025, 4, 7)), BOOKED_TWO, STAGE_TWO).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-21")
    void sixMonthsFromTheEndOfAugustEndWithFebruary() {
        OffsetDateTime booked = time("2026-02-10T10:00");
        two(afterEndOfAugust(), booked, time("2026-02-27T07:30")).expectException(Refused.by("INV-21"));
        two(afterEndOfAugust(), booked, time("2026-02-28T07:30")).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-15")
    void bookingWithoutConsentIsRefused() {
        one(without(Histories.readyForStageOne(), ConsentObtained.class), STAGE_ONE)
                .expectException(Refused.by("INV-15"));
    }

    @Test
    @Tag("INV-15")
    void theDayAfterTheConsentExpiresIsRefused() {
        one(clearedLong(), time("2025-03-18T08:00")).expectException(Refused.by("INV-15", "startsAt"));
    }

    @Test
    @Tag("INV-15")
    void theLastDayOfTheConsentPasses() {
        one(clearedLong(), time("2025-03-17T08:00")).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-15")
    void aConsentOfAnotherDonorSideIsRefused() {
        consentTwo(TreatmentOption.CFNG_GRACILIS_2STAGE, FaceSide.LEFT, BodySide.RIGHT);
    }

    @Test
    @Tag("INV-15")
    void aConsentOfAnotherFaceSideIsRefused() {
        consentTwo(TreatmentOption.CFNG_GRACILIS_2STAGE, FaceSide.RIGHT, BodySide.LEFT);
    }

    @Test
    @Tag("INV-15")
    void aConsentToAnotherProcedureIsRefused() {
        consentTwo(TreatmentOption.GRACILIS_DUAL_INNERVATION, FaceSide.LEFT, BodySide.LEFT);
    }

    private static void consentTwo(TreatmentOption procedure, FaceSide face, BodySide donor) {
        two(join(Histories.readyForStageTwo(), List.of(consent(procedure, face, donor, 1))), BOOKED_TWO, STAGE_TWO)
                .expectException(Refused.by("INV-15"));
    }

    @Test
    @Tag("INV-15")
    void anotherSurgeonThanTheOneConsentedIsRefused() {
        book(
                        Histories.readyForStageOne(),
                        BOOKED_ONE,
                        slot(Stage.ONE, BOOKED_ONE, STAGE_ONE, 240, null, List.of("surgeon-lind", Histories.SURGEON)),
                        new TwoSurgeons(),
                        new FreeReservations())
                .expectException(Refused.by("INV-15", "surgeonIds"));
    }

    @Test
    @Tag("INV-18")
    void aSurgeonWithoutPrivilegeIsRefused() {
        book(
                        Histories.readyForStageOne(),
                        BOOKED_ONE,
                        slot(Stage.ONE, BOOKED_ONE, STAGE_ONE, 240, null, List.of(Histories.SURGEON, "surgeon-new")),
                        new TwoSurgeons(),
                        new FreeReservations())
                .expectException(Refused.by("INV-18", "surgeonIds"));
    }

    @Test
    @Tag("INV-18")
    void theDayAfterThePrivilegeEndsIsRefusedAndItsLastDayPasses() {
        bookUnder(LocalDate.of(2025, 1, 13)).expectException(Refused.by("INV-18"));
        bookUnder(LocalDate.of(2025, 1, 14)).expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> bookUnder(LocalDate privilegedUntil) {
        ReferenceData reference = new KnownReference() {
            @Override
            public Optional<PrivilegedPractitioner> practitioner(String practitionerId) {
                return Optional.of(new PrivilegedPractitioner(
                        practitionerId, "Dr. Ama Osei", "org-practice", Set.of(Stage.ONE), privilegedUntil));
            }
        };
        return book(
                Histories.readyForStageOne(),
                BOOKED_ONE,
                slot(Stage.ONE, BOOKED_ONE, STAGE_ONE, 240, null, List.of(Histories.SURGEON)),
                reference,
                new FreeReservations());
    }

    @Test
    @Tag("INV-19")
    void theDayAfterTheClearanceEndsIsRefused() {
        one(Histories.readyForStageOne(), time("2025-01-20T08:00")).expectException(Refused.by("INV-19", "startsAt"));
    }

    @Test
    @Tag("INV-19")
    void theLastDayOfTheClearancePasses() {
        one(Histories.readyForStageOne(), time("2025-01-19T08:00")).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-19")
    void bookingWithoutClearanceIsRefused() {
        one(without(Histories.readyForStageOne(), PreOpClearanceGranted.class), STAGE_ONE)
                .expectException(Refused.by("INV-19"));
    }

    @Test
    @Tag("INV-19")
    void asaFourIsRefusedAtADayCaseCentreAndAsaThreePasses() {
        one(withAsa(4), STAGE_ONE).expectException(Refused.by("INV-19"));
        one(withAsa(3), STAGE_ONE).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("INV-19")
    void asaFiveIsRefused() {
        one(withAsa(5), STAGE_ONE).expectException(Refused.by("INV-19"));
    }

    private static List<PathwayEvent> withAsa(int asaClass) {
        return join(
                Histories.readyForStageOne(), List.of(Histories.asa(Stage.ONE, asaClass, time("2025-01-02T09:00"))));
    }

    @Test
    @Tag("INV-19")
    void atAHospitalTheAnesthesiologistDecidesOnAsaFour() {
        atHospital(withAsa(3)).expectSuccessfulHandlerExecution();
        atHospital(withAsa(4)).expectException(Refused.by("INV-19", "stage"));
        RuleOverridden decision = new RuleOverridden(
                Histories.PATHWAY,
                "fact-o",
                BOOKED_ONE,
                "INV-19",
                "ScheduleSurgery",
                "The heart failure is compensated",
                "user-AN");
        atHospital(join(withAsa(4), List.of(decision))).expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> atHospital(List<PathwayEvent> history) {
        ReferenceData hospital = new KnownReference() {
            @Override
            public Optional<SurgicalSite> site(String siteId) {
                return super.site(siteId)
                        .map(centre -> new SurgicalSite(
                                centre.siteId(),
                                "Bayview Hospital",
                                centre.organisationId(),
                                SiteKind.HOSPITAL,
                                centre.zone(),
                                centre.rooms(),
                                centre.privileges()));
            }
        };
        return book(
                history,
                BOOKED_ONE,
                slot(Stage.ONE, BOOKED_ONE, STAGE_ONE, 240, null, List.of(Histories.SURGEON)),
                hospital,
                new FreeReservations());
    }

    @Test
    @Tag("SEQ-SCHEDULE")
    void anOperationIsBookedForATimeToCome() {
        one(Histories.readyForStageOne(), BOOKED_ONE.minusMinutes(1))
                .expectException(Refused.by("SEQ-SCHEDULE", "startsAt"));
        one(Histories.readyForStageOne(), BOOKED_ONE).expectSuccessfulHandlerExecution();
    }

    @Test
    @Tag("SEQ-SCHEDULE")
    void anOperationThatThePlanDoesNotHaveIsNotBooked() {
        one(Histories.planned(TreatmentOption.GRACILIS_MASSETERIC_1STAGE, NerveSource.MASSETERIC), STAGE_ONE)
                .expectException(Refused.by("SEQ-SCHEDULE", "stage"));
    }

    @Test
    @Tag("SEQ-SLOT")
    void aSurgeonIsNotNamedTwice() {
        book(
                        Histories.readyForStageOne(),
                        BOOKED_ONE,
                        slot(
                                Stage.ONE,
                                BOOKED_ONE,
                                STAGE_ONE,
                                240,
                                null,
                                List.of(Histories.SURGEON, Histories.SURGEON)),
                        new KnownReference(),
                        new FreeReservations())
                .expectException(Refused.by("SEQ-SLOT", "surgeonIds"));
    }

    @Test
    @Tag("INV-26")
    void stageTwoAfterARevisionThatWasNotConsentedIsRefused() {
        two(join(Histories.readyForStageTwo(), List.of(revision())), BOOKED_TWO, STAGE_TWO)
                .expectException(Refused.by("INV-26"));
    }

    @Test
    @Tag("INV-26")
    void stageTwoWithAConsentToTheRevisionPasses() {
        List<PathwayEvent> history = join(
                Histories.readyForStageTwo(),
                List.of(revision(), consent(TreatmentOption.CFNG_GRACILIS_2STAGE, FaceSide.LEFT, BodySide.LEFT, 2)));
        two(history, BOOKED_TWO, STAGE_TWO).expectSuccessfulHandlerExecution();
    }

    private static TreatmentPlanRevised revision() {
        return new TreatmentPlanRevised(
                Histories.PATHWAY,
                "fact-r",
                time("2025-09-20T10:00"),
                2,
                TreatmentOption.CFNG_GRACILIS_2STAGE,
                PlannedSetting.OUTPATIENT,
                PlannedSetting.OUTPATIENT,
                NerveSource.CFNG,
                BodySide.RIGHT,
                BodySide.LEFT,
                null,
                null);
    }

    @Test
    @Tag("INV-41")
    void aStayOfMoreThanTwentyFourHoursIsRefusedAndOneOfTwentyFourPasses() {
        withRecovery(455).expectException(Refused.by("INV-41", "recoveryMinutes"));
        withRecovery(450).expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> withRecovery(int minutes) {
        return book(
                Histories.readyForStageOne(),
                BOOKED_ONE,
                slot(Stage.ONE, BOOKED_ONE, STAGE_ONE, 900, minutes, List.of(Histories.SURGEON)),
                new KnownReference(),
                new FreeReservations());
    }

    @Test
    @Tag("INV-41")
    void aStayInHospitalIsBookedAtAHospitalAndNotAtACentreOfDayCases() {
        inpatientAt(ReferenceData.SiteKind.SURGERY_CENTER).expectException(Refused.by("INV-41", "stage"));
        inpatientAt(ReferenceData.SiteKind.HOSPITAL).expectSuccessfulHandlerExecution();
    }

    /** The textbook slot of stage one, planned and consented with a stay in hospital. */
    private static ResultValidator<CarePathway> inpatientAt(ReferenceData.SiteKind kind) {
        List<PathwayEvent> history = Histories.readyForStageOne().stream()
                .map(fact -> switch (fact) {
                    case TreatmentPlanSelected plan ->
                        Samples.with(plan, Map.of("stageOneSetting", PlannedSetting.INPATIENT));
                    case ConsentObtained consent -> Samples.with(consent, Map.of("setting", PlannedSetting.INPATIENT));
                    default -> fact;
                })
                .toList();
        return book(
                history,
                BOOKED_ONE,
                slot(Stage.ONE, BOOKED_ONE, STAGE_ONE, 240, null, List.of(Histories.SURGEON)),
                new KnownReference() {
                    @Override
                    public Optional<SurgicalSite> site(String siteId) {
                        return super.site(siteId)
                                .map(site -> new SurgicalSite(
                                        site.siteId(),
                                        site.name(),
                                        site.organisationId(),
                                        kind,
                                        site.zone(),
                                        site.rooms(),
                                        site.privileges()));
                    }
                },
                new FreeReservations());
    }

    @Test
    @Tag("INV-57")
    void bookingAfterAWithdrawalIsRefused() {
        one(join(Histories.readyForStageOne(), List.of(withdrawal())), STAGE_ONE)
                .expectException(Refused.by("INV-57"));
    }

    @Test
    @Tag("INV-57")
    void bookingAfterTheReturnWithTheOldConsentIsRefused() {
        one(join(Histories.readyForStageOne(), List.of(withdrawal(), comeback())), STAGE_ONE)
                .expectException(Refused.by("INV-57"));
    }

    @Test
    @Tag("INV-57")
    void bookingAfterTheReturnWithANewConsentPasses() {
        one(
                        join(
                                Histories.readyForStageOne(),
                                List.of(
                                        withdrawal(),
                                        comeback(),
                                        Histories.consent(
                                                Stage.ONE,
                                                BodySide.RIGHT,
                                                time("2025-01-07T10:00"),
                                                LocalDate.of(2025, 4, 7),
                                                1))),
                        STAGE_ONE)
                .expectSuccessfulHandlerExecution();
    }

    private static PatientWithdrew withdrawal() {
        return new PatientWithdrew(
                Histories.PATHWAY,
                "fact-w",
                time("2025-01-03T10:00"),
                WithdrawalScope.WHOLE_PATHWAY,
                true,
                Phase.CANDIDATE,
                null);
    }

    private static PatientReturned comeback() {
        return new PatientReturned(Histories.PATHWAY, "fact-c", time("2025-01-06T10:00"), Phase.CANDIDATE, null);
    }

    @Test
    @Tag("INV-59")
    void anOccupiedRoomIsRefused() {
        taken("site-bayview|OR-2").expectException(Refused.by("INV-59", "room"));
    }

    @Test
    @Tag("INV-59")
    void anOccupiedSurgeonIsRefused() {
        taken(Histories.SURGEON).expectException(Refused.by("INV-59", "surgeonIds"));
    }

    @Test
    @Tag("INV-59")
    void anotherOccupiedRoomDoesNotMatter() {
        taken("site-bayview|OR-1").expectSuccessfulHandlerExecution();
    }

    private static ResultValidator<CarePathway> taken(String resource) {
        return book(
                Histories.readyForStageOne(),
                BOOKED_ONE,
                slot(Stage.ONE, BOOKED_ONE, STAGE_ONE, 240, null, List.of(Histories.SURGEON)),
                new KnownReference(),
                new TakenReservations(resource));
    }

    @Test
    @Tag("INV-59")
    void roomAndSurgeonAreOccupiedUntilTheEndOfTheTurnover() {
        List<Duration> occupied = new ArrayList<>();
        Reservations recording = new Reservations() {
            @Override
            public void reserve(String set, String key, String holder) {}

            @Override
            public void occupy(String set, String resource, Instant from, Instant until, String holder) {
                assertThat(from).isEqualTo(STAGE_ONE.toInstant());
                occupied.add(Duration.between(from, until));
            }

            @Override
            public Map<String, String> holders(String set, Collection<String> keys) {
                return Map.of();
            }

            @Override
            public void release(String set, String holder) {}
        };
        book(
                        Histories.readyForStageOne(),
                        BOOKED_ONE,
                        slot(Stage.ONE, BOOKED_ONE, STAGE_ONE, 240, null, List.of(Histories.SURGEON)),
                        new KnownReference(),
                        recording)
                .expectSuccessfulHandlerExecution();
        assertThat(occupied).containsExactly(Duration.ofMinutes(270), Duration.ofMinutes(270));
    }

    @Test
    @Tag("SEQ-SLOT")
    void anUnknownRoomIsRefused() {
        PathwayFixture.at(BOOKED_ONE.toInstant())
                .given(Histories.readyForStageOne())
                .when(
                        new ScheduleSurgery(
                                Histories.PATHWAY,
                                BOOKED_ONE,
                                Stage.ONE,
                                STAGE_ONE,
                                240,
                                null,
                                "OR-9",
                                List.of(Histories.SURGEON)),
                        PathwayFixture.as(Role.SURGICAL_COORDINATOR))
                .expectException(Refused.by("SEQ-SLOT", "room"));
    }

    @Test
    @Tag("SEQ-CASE")
    void aSecondOpenCaseOfAStageIsRefused() {
        one(Histories.stageOneScheduled(), STAGE_ONE).expectException(Refused.by("SEQ-CASE"));
    }

    private static List<PathwayEvent> clearedLong() {
        return join(
                Histories.readyForStageOne(),
                List.of(Histories.clearance(Stage.ONE, time("2025-01-08T11:00"), LocalDate.of(2025, 4, 30))));
    }

    private static List<PathwayEvent> afterStageOneOn(LocalDate day) {
        return join(
                Histories.stageOneScheduled(),
                Histories.graftFacts(day),
                Histories.neurotizedFacts(),
                Histories.preparationTwoFacts());
    }

    private static List<PathwayEvent> afterEndOfAugust() {
        return join(
                afterStageOneOn(LocalDate.of(2025, 8, 31)),
                List.of(
                        Histories.consent(
                                Stage.TWO, BodySide.LEFT, time("2026-02-02T10:00"), LocalDate.of(2026, 5, 3), 1),
                        Histories.clearance(Stage.TWO, time("2026-02-02T11:00"), LocalDate.of(2026, 3, 4))));
    }

    private static ConsentObtained consent(TreatmentOption procedure, FaceSide face, BodySide donor, int version) {
        ConsentObtained plain =
                Histories.consent(Stage.TWO, donor, time("2025-09-21T11:00"), LocalDate.of(2025, 12, 20), version);
        return new ConsentObtained(
                plain.pathwayId(),
                plain.factId(),
                plain.occurredAt(),
                "consent-new",
                plain.type(),
                plain.stage(),
                procedure,
                face,
                donor,
                plain.surgeonId(),
                plain.setting(),
                version,
                plain.signer(),
                plain.signerName(),
                false,
                null,
                null,
                plain.validUntil());
    }

    private static ResultValidator<CarePathway> one(List<PathwayEvent> history, OffsetDateTime startsAt) {
        return book(
                history,
                BOOKED_ONE,
                slot(Stage.ONE, BOOKED_ONE, startsAt, 240, null, List.of(Histories.SURGEON)),
                new KnownReference(),
                new FreeReservations());
    }

    private static ResultValidator<CarePathway> two(
            List<PathwayEvent> history, OffsetDateTime booked, OffsetDateTime startsAt) {
        return book(
                history,
                booked,
                slot(Stage.TWO, booked, startsAt, 450, null, List.of(Histories.SURGEON)),
                new KnownReference(),
                new FreeReservations());
    }

    private static ScheduleSurgery slot(
            Stage stage,
            OffsetDateTime booked,
            OffsetDateTime startsAt,
            int minutes,
            @Nullable Integer recovery,
            List<String> surgeons) {
        return new ScheduleSurgery(Histories.PATHWAY, booked, stage, startsAt, minutes, recovery, "OR-2", surgeons);
    }

    private static ResultValidator<CarePathway> book(
            List<PathwayEvent> history,
            OffsetDateTime now,
            ScheduleSurgery command,
            ReferenceData reference,
            Reservations reservations) {
        return PathwayFixture.at(now.toInstant(), reference, reservations)
                .given(history)
                .when(command, PathwayFixture.as(Role.SURGICAL_COORDINATOR));
    }

    /** A second privileged surgeon, and nobody else. */
    private static final class TwoSurgeons extends KnownReference {

        @Override
        public Optional<PrivilegedPractitioner> practitioner(String practitionerId) {
            return super.practitioner(practitionerId)
                    .or(() -> Optional.of(new PrivilegedPractitioner(
                                    "surgeon-lind",
                                    "Dr. Karin Lind",
                                    "org-practice",
                                    Set.of(Stage.values()),
                                    LocalDate.of(2030, 12, 31)))
                            .filter(each -> each.practitionerId().equals(practitionerId)));
        }
    }
}
