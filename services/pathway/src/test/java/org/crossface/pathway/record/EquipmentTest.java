package org.crossface.pathway.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crossface.pathway.HeldReservations;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture.KnownReference;
import org.crossface.pathway.Samples;
import org.crossface.pathway.authority.UseCases;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.scheduling.events.EquipmentReserved;
import org.crossface.pathway.scheduling.events.SurgeryCancelled;
import org.crossface.pathway.scheduling.vocabulary.Device;
import org.crossface.pathway.state.PathwayState;
import org.crossface.pathway.surgery.vocabulary.EquipmentKind;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.pathway.vocabulary.PathwayEvent;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A device and a person serve one operation at a time (A-17, INV-59). */
class EquipmentTest {

    private final HeldReservations reservations = new HeldReservations();
    private final List<PathwayEvent> facts = new ArrayList<>(Histories.stageOneScheduled());

    private void reserve(String device, String person) {
        record(new EquipmentReserved(
                Histories.PATHWAY,
                "needs-" + facts.size(),
                Histories.time("2025-01-10T09:00"),
                "case-1",
                List.of(),
                List.of(),
                List.of(person),
                null,
                List.of(device)));
    }

    /** As it was stored before devices were registered. */
    private void reserveTyped(String device) {
        record(new EquipmentReserved(
                Histories.PATHWAY,
                "needs-" + facts.size(),
                Histories.time("2025-01-10T09:00"),
                "case-1",
                List.of(new Device(EquipmentKind.MICROSCOPE, device)),
                List.of(),
                List.of(),
                null,
                List.of()));
    }

    private void record(PathwayEvent fact) {
        PathwayState before = PathwayState.of(facts);
        List<PathwayEvent> more = new ArrayList<>(facts);
        more.add(fact);
        Claims.follow(Histories.PATHWAY, before, PathwayState.of(more), given());
        facts.add(fact);
    }

    private Circumstances given() {
        return new Circumstances(
                Instant.parse("2025-01-10T17:00:00Z"),
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

    private void heldByAnotherCase(String set, String resource) {
        reservations.occupy(
                set, resource, Instant.parse("2025-01-14T00:00:00Z"), Instant.parse("2025-01-15T12:00:00Z"), "case-9");
    }

    @Test
    @Tag("INV-59")
    void aMicroscopeIsNotInTwoRoomsAtOnce() {
        heldByAnotherCase(Claims.DEVICES, "microscope-1");
        assertThatThrownBy(() -> reserve("microscope-1", "surgeon-lind"))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.broken())
                                .extracting(
                                        broken -> broken.rule().id(),
                                        broken -> broken.verdict().field())
                                .containsExactly(tuple("INV-59", "devices")));
        reserve("microscope-2", "surgeon-lind");
        assertThat(reservations.all())
                .contains("theatre-device microscope-2 case-1", "theatre-surgeon surgeon-lind case-1");
    }

    @Test
    @Tag("INV-59")
    void aDeviceThatWasTypedIsHeldByItsName() {
        reserveTyped("Microscope 1");
        assertThat(reservations.all()).contains("theatre-device site-bayview|MICROSCOPE|Microscope 1 case-1");
        reserve("microscope-1", "surgeon-lind");
        assertThat(reservations.all())
                .contains("theatre-device microscope-1 case-1")
                .noneMatch(each -> each.contains("Microscope 1"));
    }

    @Test
    @Tag("INV-59")
    void aSecondTeamDoesNotOperateElsewhere() {
        heldByAnotherCase(Claims.SURGEONS, "surgeon-lind");
        assertThatThrownBy(() -> reserve("microscope-1", "surgeon-lind"))
                .isInstanceOfSatisfying(
                        CommandRefused.class,
                        refused -> assertThat(refused.broken())
                                .extracting(broken -> broken.verdict().field())
                                .containsExactly("secondTeam"));
    }

    @Test
    void aNewerListGivesBackWhatItDoesNotNameAndACancellationAll() {
        reserve("microscope-1", "surgeon-lind");
        reserve("microscope-2", "surgeon-lind");
        assertThat(reservations.all()).noneMatch(each -> each.contains("microscope-1"));
        record(Samples.of(SurgeryCancelled.class, Map.of("factId", "cancelled", "caseId", "case-1")));
        assertThat(reservations.all()).noneMatch(each -> each.contains("microscope"));
    }
}
