package org.crossface.pathway.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.crossface.pathway.Circumstances;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.api.Reservations.AlreadyReserved;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.decision.RuleClass;

/** The slots of theatres and surgeons, occupied in the transaction of the events, so that nobody is booked twice (INV-59). */
public final class TheatreSlots {

    /** Name of the set of rooms; a resource is site and room. */
    public static final String ROOMS = "theatre-room";

    /** Name of the set of surgeons. */
    public static final String SURGEONS = "theatre-surgeon";

    private TheatreSlots() {}

    /**
     * Occupies room and surgeons from the start of the operation to the end of the turnover, in place of what the case held.
     *
     * @throws CommandRefused INV-59 if one of them is occupied by another case
     */
    static void occupy(Circumstances given, String siteId, SlotEntry slot, String caseId) {
        release(given, caseId);
        Instant from = slot.startsAt().toInstant();
        Instant until = from.plus(
                Duration.ofMinutes(slot.estimatedMinutes() + given.policy().turnoverMinutes()));
        Reservations reservations = given.reservations();
        try {
            reservations.occupy(ROOMS, siteId + "|" + slot.room(), from, until, caseId);
        } catch (AlreadyReserved taken) {
            throw refused("room", slot.room() + " is occupied at that time", taken);
        }
        for (String surgeon : List.copyOf(slot.surgeonIds())) {
            try {
                reservations.occupy(SURGEONS, surgeon, from, until, caseId);
            } catch (AlreadyReserved taken) {
                throw refused("surgeonIds", surgeon + " operates at that time", taken);
            }
        }
    }

    /** Gives back what the case holds. */
    static void release(Circumstances given, String caseId) {
        given.reservations().release(ROOMS, caseId);
        given.reservations().release(SURGEONS, caseId);
    }

    private static CommandRefused refused(String field, String finding, AlreadyReserved taken) {
        CommandRefused refused = new CommandRefused(
                "INV-59",
                RuleClass.HARD,
                field,
                "A room and a surgeon serve one operation at a time, turnover included.",
                finding,
                "Choose another time, room or surgeon");
        refused.initCause(taken);
        return refused;
    }
}
