package org.crossface.pathway.scheduling.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.axonframework.test.aggregate.ResultValidator;
import org.crossface.pathway.CarePathway;
import org.crossface.pathway.HeldReservations;
import org.crossface.pathway.Histories;
import org.crossface.pathway.PathwayFixture;
import org.crossface.pathway.policy.Policy;
import org.crossface.pathway.record.Claims;
import org.crossface.pathway.reference.ReferenceData.PrivilegedPractitioner;
import org.crossface.pathway.reference.ReferenceData.SurgicalSite;
import org.crossface.pathway.scheduling.booking.FreeSlots.Found;
import org.crossface.pathway.scheduling.booking.FreeSlots.Slot;
import org.crossface.pathway.scheduling.booking.FreeSlots.Wanted;
import org.crossface.pathway.vocabulary.Stage;
import org.crossface.platform.api.Reservations.AlreadyReserved;
import org.crossface.platform.api.Role;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What is told to be free can be booked, and nothing else. */
class FreeSlotsTest {

    private static final OffsetDateTime BOOKED = at("2025-01-08T12:00");
    private static final int MINUTES = 240;

    private final PathwayFixture.KnownReference reference = new PathwayFixture.KnownReference();

    private static OffsetDateTime at(String local) {
        return ZonedDateTime.parse(local + ":00-08:00[America/Los_Angeles]").toOffsetDateTime();
    }

    private SurgicalSite site() {
        return reference.site("site-bayview").orElseThrow();
    }

    private Wanted wanted(String from, String until) {
        return new Wanted(
                site(),
                Stage.ONE,
                List.of(Histories.SURGEON),
                MINUTES,
                null,
                at(from).toInstant(),
                at(until).toInstant());
    }

    private Found find(Wanted wanted, HeldReservations held) {
        return new FreeSlots(reference, held).find(wanted, BOOKED.toInstant(), Policy.defaults());
    }

    /** Random minutes of two days are booked through the command itself. */
    @RepeatedTest(2)
    void whatIsFreeCanBeBookedAndNothingElse(RepetitionInfo repetition) {
        Random random = new Random(4_711L + repetition.getCurrentRepetition());
        HeldReservations others = new HeldReservations();
        for (int i = 0; i < 8; i++) {
            occupy(others, random);
        }
        Found found = find(wanted("2025-01-14T00:00", "2025-01-15T23:59"), others);
        for (int i = 0; i < 20; i++) {
            String room = "OR-" + (1 + random.nextInt(3));
            Instant start = at("2025-01-14T00:00").toInstant().plus(random.nextInt(2 * 24 * 60), ChronoUnit.MINUTES);
            assertThat(isBooked(room, start, others))
                    .as(room + " at " + start + " of " + found)
                    .isEqualTo(isFree(found, room, start));
        }
        // The edges are where an error would be.
        for (Slot slot : found.slots()) {
            assertThat(isBooked(slot.room(), slot.earliest(), others))
                    .as(slot + " at its beginning")
                    .isTrue();
            assertThat(isBooked(slot.room(), slot.latest(), others))
                    .as(slot + " at its end")
                    .isTrue();
            assertThat(isFree(found, slot.room(), slot.latest().plus(1, ChronoUnit.MINUTES)))
                    .isFalse();
        }
    }

    private static void occupy(HeldReservations held, Random random) {
        Instant from = at("2025-01-13T18:00").toInstant().plus(random.nextInt(54 * 60), ChronoUnit.MINUTES);
        Instant until = from.plus(30 + random.nextInt(300), ChronoUnit.MINUTES);
        boolean surgeon = random.nextInt(4) == 0;
        try {
            held.occupy(
                    surgeon ? Claims.SURGEONS : Claims.ROOMS,
                    surgeon ? Histories.SURGEON : Claims.room("site-bayview", "OR-" + (1 + random.nextInt(3))),
                    from,
                    until,
                    "case-of-others");
        } catch (AlreadyReserved taken) {
            // Another of the random ones lies there.
        }
    }

    private static boolean isFree(Found found, String room, Instant start) {
        return found.slots().stream()
                .anyMatch(slot ->
                        slot.room().equals(room) && !start.isBefore(slot.earliest()) && !start.isAfter(slot.latest()));
    }

    private boolean isBooked(String room, Instant start, HeldReservations others) {
        ResultValidator<CarePathway> result = PathwayFixture.at(BOOKED.toInstant(), reference, others.copy())
                .given(Histories.readyForStageOne())
                .when(
                        new ScheduleSurgery(
                                Histories.PATHWAY,
                                BOOKED,
                                Stage.ONE,
                                start.atZone(PathwayFixture.ZONE).toOffsetDateTime(),
                                MINUTES,
                                null,
                                room,
                                List.of(Histories.SURGEON)),
                        PathwayFixture.as(Role.SURGICAL_COORDINATOR));
        try {
            result.expectSuccessfulHandlerExecution();
            return true;
        } catch (AssertionError refused) {
            return false;
        }
    }

    @Test
    void nothingStartsInThePast() {
        Found found = find(wanted("2025-01-08T00:00", "2025-01-08T23:59"), new HeldReservations());
        assertThat(found.slots())
                .hasSize(3)
                .allSatisfy(slot -> assertThat(slot.earliest()).isEqualTo(BOOKED.toInstant()));
        assertThat(found.broken()).isEmpty();
    }

    @Test
    void theTurnoverOfARoomIsNotFree() {
        HeldReservations others = new HeldReservations();
        others.occupy(
                Claims.ROOMS,
                Claims.room("site-bayview", "OR-1"),
                at("2025-01-14T12:00").toInstant(),
                at("2025-01-14T14:00").toInstant(),
                "case-of-others");
        Found found = find(wanted("2025-01-14T06:00", "2025-01-14T18:00"), others);
        assertThat(found.occupiedFor()).isEqualTo(Duration.ofMinutes(MINUTES + 30));
        assertThat(found.slots().stream().filter(slot -> slot.room().equals("OR-1")))
                .containsExactly(
                        new Slot(
                                "OR-1",
                                at("2025-01-14T06:00").toInstant(),
                                at("2025-01-14T07:30").toInstant()),
                        new Slot(
                                "OR-1",
                                at("2025-01-14T14:00").toInstant(),
                                at("2025-01-14T18:00").toInstant()));
    }

    @Test
    void daysWithoutPrivilegesAreToldWithTheRule() {
        PathwayFixture.KnownReference ending = new PathwayFixture.KnownReference() {
            @Override
            public Optional<PrivilegedPractitioner> practitioner(String practitionerId) {
                return super.practitioner(practitionerId)
                        .map(each -> new PrivilegedPractitioner(
                                each.practitionerId(),
                                each.name(),
                                each.organisationId(),
                                Set.of(Stage.ONE),
                                LocalDate.of(2025, 1, 14)));
            }
        };
        Found found = new FreeSlots(ending, new HeldReservations())
                .find(wanted("2025-01-14T00:00", "2025-01-16T23:59"), BOOKED.toInstant(), Policy.defaults());
        assertThat(found.slots())
                .hasSize(3)
                .allSatisfy(slot -> assertThat(slot.latest())
                        .isEqualTo(at("2025-01-14T23:59").toInstant()));
        assertThat(found.broken()).singleElement().satisfies(broken -> {
            assertThat(broken.rule().id()).isEqualTo("INV-18");
            assertThat(broken.verdict().finding()).contains("2025-01-15");
            assertThat(broken.verdict().remedy()).isNotBlank();
        });
    }

    @Test
    void anOperationThatIsTooLongForADayCaseHasNoSlot() {
        Wanted wanted = new Wanted(
                site(),
                Stage.ONE,
                List.of(Histories.SURGEON),
                900,
                900,
                at("2025-01-14T00:00").toInstant(),
                at("2025-01-14T23:59").toInstant());
        Found found = find(wanted, new HeldReservations());
        assertThat(found.slots()).isEmpty();
        assertThat(found.broken())
                .singleElement()
                .satisfies(broken -> assertThat(broken.rule().id()).isEqualTo("INV-41"));
    }
}
