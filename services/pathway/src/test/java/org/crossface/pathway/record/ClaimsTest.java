package org.crossface.pathway.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.crossface.pathway.Histories.join;
import static org.crossface.pathway.Histories.time;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.crossface.pathway.HeldReservations;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture.KnownReference;
import org.crossface.pathway.Samples;
import org.crossface.pathway.authority.UseCases;
import org.crossface.pathway.evaluation.ParalysedSide;
import org.crossface.pathway.evaluation.ParalysisCharacterised;
import org.crossface.pathway.oversight.CorrectedField;
import org.crossface.pathway.oversight.RecordCorrected;
import org.crossface.pathway.oversight.RecordRetracted;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.scheduling.events.AftercareBedReserved;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.scheduling.events.SurgeryScheduled;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.events.GracilisHarvested;
import org.crossface.pathway.surgery.events.SuralNerveHarvested;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.BodySide;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pathway holds follows from its effective facts, whatever was corrected or retracted. */
class ClaimsTest {

    private static final OffsetDateTime BEGIN = time("2025-01-14T07:30");

    private final HeldReservations reservations = new HeldReservations();
    private final List<PathwayEvent> facts = new ArrayList<>();

    private static Circumstances given(Reservations reservations) {
        return new Circumstances(
                Instant.parse("2025-01-14T12:00:00Z"),
                Policy.defaults(),
                new KnownReference(),
                reservations,
                "user-SC",
                Role.SURGICAL_COORDINATOR,
                () -> "id",
                id -> List.of(),
                id -> Set.of(),
                UseCases.RECORDINGS,
                null);
    }

    private void record(PathwayEvent fact) {
        PathwayState before = PathwayState.of(facts);
        facts.add(fact);
        Claims.follow(Histories.PATHWAY, before, PathwayState.of(facts), given(reservations));
    }

    private void recordAll(List<PathwayEvent> history) {
        history.forEach(this::record);
    }

    private static RecordRetracted retraction(PathwayEvent fact) {
        return Samples.of(RecordRetracted.class, Map.of("factId", "r-" + fact.factId(), "targetFactId", fact.factId()));
    }

    private static RecordCorrected correction(PathwayEvent fact, String field, String value) {
        return Samples.of(
                RecordCorrected.class,
                Map.of(
                        "factId",
                        "c-" + fact.factId(),
                        "targetFactId",
                        fact.factId(),
                        "fields",
                        List.of(new CorrectedField(field, value)),
                        "personalFields",
                        List.of()));
    }

    private <E extends PathwayEvent> E last(Class<E> type) {
        return facts.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static Reservations heldBySomebodyElse(String set, String key) {
        HeldReservations others = new HeldReservations();
        others.reserve(set, key, "another");
        return others;
    }

    @Test
    @Tag("INV-59")
    void aRetractedBookingGivesItsSlotBack() {
        recordAll(Histories.stageOneScheduled());
        assertThat(reservations.all())
                .contains(
                        "theatre-room site-bayview|OR-2 case-1",
                        "theatre-surgeon surgeon-osei case-1",
                        "live-pathway patient-1|LEFT pathway-1");
        record(retraction(last(SurgeryScheduled.class)));
        assertThat(reservations.all()).containsExactly("live-pathway patient-1|LEFT pathway-1");
    }

    @Test
    @Tag("INV-59")
    void aSlotWhoseRoomAndSurgeonAreTakenIsRefusedWithBoth() {
        for (String[] taken : new String[][] {{Claims.ROOMS, "site-bayview|OR-2"}, {Claims.SURGEONS, "surgeon-osei"}}) {
            reservations.occupy(
                    taken[0], taken[1], BEGIN.toInstant(), BEGIN.plusHours(1).toInstant(), "another");
        }
        List<PathwayEvent> booking = Histories.stageOneScheduled();
        assertThatThrownBy(() -> recordAll(booking))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.broken())
                                .extracting(
                                        each -> each.rule().id(),
                                        each -> each.verdict().field())
                                .containsExactly(tuple("INV-59", "room"), tuple("INV-59", "surgeonIds")));
    }

    @Test
    @Tag("INV-59")
    void aCorrectedRoomMovesTheReservation() {
        recordAll(Histories.stageOneScheduled());
        record(correction(last(SurgeryScheduled.class), "room", "OR-1"));
        assertThat(reservations.all())
                .contains("theatre-room site-bayview|OR-1 case-1")
                .doesNotContain("theatre-room site-bayview|OR-2 case-1");
    }

    @Test
    @Tag("INV-59")
    void aCorrectionToAnOccupiedRoomIsRefused() {
        recordAll(Histories.stageOneScheduled());
        reservations.occupy(
                Claims.ROOMS,
                "site-bayview|OR-1",
                BEGIN.toInstant(),
                BEGIN.plusHours(1).toInstant(),
                "another");
        SurgeryScheduled booked = last(SurgeryScheduled.class);
        assertThatThrownBy(() -> record(correction(booked, "room", "OR-1")))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("INV-59"));
    }

    @Test
    @Tag("INV-59")
    void aRetractedCancellationTakesTheSlotAgainOrIsRefused() {
        recordAll(Histories.stageOneScheduled());
        SurgeryCancelled cancelled = Samples.of(
                SurgeryCancelled.class, Map.of("factId", "cancelled", "caseId", "case-1", "stage", Stage.ONE));
        record(cancelled);
        assertThat(reservations.all()).containsExactly("live-pathway patient-1|LEFT pathway-1");
        List<PathwayEvent> since = List.copyOf(facts);
        record(retraction(cancelled));
        assertThat(reservations.all()).contains("theatre-room site-bayview|OR-2 case-1");

        PathwayState before = PathwayState.of(since);
        PathwayState after = PathwayState.of(join(since, List.of(retraction(cancelled))));
        Reservations taken = heldBySomebodyElse(Claims.ROOMS, "site-bayview|OR-2");
        assertThatThrownBy(() -> Claims.follow(Histories.PATHWAY, before, after, given(taken)))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("INV-59"));
    }

    @Test
    @Tag("INV-07")
    void aRetractedHarvestGivesTheLegBack() {
        recordAll(Histories.stageOneDone());
        assertThat(reservations.all()).contains("donor-leg patient-1 RIGHT pathway-1");
        record(retraction(last(SuralNerveHarvested.class)));
        assertThat(reservations.all()).noneMatch(each -> each.startsWith("donor-leg"));
    }

    @Test
    @Tag("INV-08")
    void aCorrectedThighIsTheOneThatIsHeld() {
        recordAll(Histories.stageTwoScheduled());
        record(Samples.of(
                GracilisHarvested.class, Map.of("factId", "harvest", "caseId", "case-2", "thighSide", BodySide.LEFT)));
        assertThat(reservations.all()).contains("donor-thigh patient-1 LEFT pathway-1");
        record(correction(last(GracilisHarvested.class), "thighSide", "RIGHT"));
        assertThat(reservations.all())
                .contains("donor-thigh patient-1 RIGHT pathway-1")
                .doesNotContain("donor-thigh patient-1 LEFT pathway-1");
    }

    @Test
    @Tag("INV-60")
    void aCorrectedSideMovesTheLivePathwayOrIsRefused() {
        recordAll(Histories.evaluated());
        ParalysisCharacterised paralysis = last(ParalysisCharacterised.class);
        List<PathwayEvent> since = List.copyOf(facts);
        record(correction(paralysis, "paralysedSide", ParalysedSide.RIGHT.name()));
        assertThat(reservations.all()).containsExactly("live-pathway patient-1|RIGHT pathway-1");

        PathwayState after = PathwayState.of(facts);
        Reservations taken = heldBySomebodyElse(Claims.LIVE_PATHWAYS, "patient-1|RIGHT");
        assertThatThrownBy(() -> Claims.follow(Histories.PATHWAY, PathwayState.of(since), after, given(taken)))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("INV-60"));
    }

    @Test
    @Tag("REF-BED")
    void aFacilityGivesOnlyTheBedsThatItHas() {
        for (int bed = 1; bed <= 5; bed++) {
            reservations.occupy(
                    Claims.BEDS,
                    "facility-harbor|" + bed,
                    BEGIN.toInstant(),
                    BEGIN.plusDays(2).toInstant(),
                    "another-" + bed);
        }
        recordAll(Histories.stageOneScheduled());
        AftercareBedReserved bed = bed(BEGIN.plusDays(1));
        record(bed);
        assertThat(reservations.all()).contains("aftercare-bed facility-harbor|6 pathway-1 ONE");
        record(retraction(bed));
        assertThat(reservations.all()).doesNotContain("aftercare-bed facility-harbor|6 pathway-1 ONE");

        reservations.occupy(
                Claims.BEDS,
                "facility-harbor|6",
                BEGIN.toInstant(),
                BEGIN.plusDays(1).toInstant(),
                "another-6");
        record(Samples.of(AftercareBedReserved.class, bedFrom("later", BEGIN.plusDays(1))));
        assertThatThrownBy(() -> record(Samples.of(AftercareBedReserved.class, bedFrom("full", BEGIN))))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("REF-BED"));
    }

    private static AftercareBedReserved bed(OffsetDateTime from) {
        return Samples.of(AftercareBedReserved.class, bedFrom("bed", from));
    }

    private static Map<String, Object> bedFrom(String factId, OffsetDateTime from) {
        return Map.of(
                "factId",
                factId,
                "stage",
                Stage.ONE,
                "facilityId",
                "facility-harbor",
                "from",
                from,
                "until",
                from.plusHours(12));
    }

    /** Whatever is retracted or taken back, what is held is what the effective facts need. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void afterAnyRetractionsWhatIsHeldIsWhatTheStateNeeds(long seed) {
        Random random = new Random(seed);
        recordAll(Histories.stageTwoScheduled());
        List<PathwayEvent> recorded = List.copyOf(facts);
        for (int i = 0; i < 25; i++) {
            PathwayEvent target = recorded.get(1 + random.nextInt(recorded.size() - 1));
            Map<String, Object> values = new HashMap<>(Map.of("factId", "r-" + i, "targetFactId", target.factId()));
            record(Samples.of(RecordRetracted.class, values));
            HeldReservations fresh = new HeldReservations();
            Claims.follow(Histories.PATHWAY, PathwayState.none(), PathwayState.of(facts), given(fresh));
            assertThat(reservations.all()).as("after %s", target).isEqualTo(fresh.all());
        }
        Set<String> left = new TreeSet<>(reservations.all());
        assertThat(left.size()).isLessThan(8);
    }
}
