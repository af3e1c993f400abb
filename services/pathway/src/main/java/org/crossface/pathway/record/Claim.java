package org.crossface.pathway.record;

import java.time.Instant;
import java.util.stream.IntStream;
import org.crossface.pathway.usecase.Circumstances;
import org.crossface.platform.api.Reservations;
import org.crossface.platform.api.Reservations.AlreadyReserved;

/**
 * Something that a pathway holds against all others.
 *
 * <p>A claim belongs to a holder within a set; what a holder has in a set is given back and taken as a whole.
 */
sealed interface Claim {

    /** Name of the reserved set. */
    String set();

    /** Who holds it: a pathway or a case. */
    String holder();

    /** What is claimed, for the words of a refusal. */
    String what();

    /**
     * Reserves it in the transaction of the command.
     *
     * @throws AlreadyReserved if another holder has it
     */
    void reserve(Circumstances given);

    /** A key that one holder has, until it is given back. */
    record Key(String set, String key, String holder, String what) implements Claim {

        @Override
        public void reserve(Circumstances given) {
            given.reservations().reserve(set, key, holder);
        }
    }

    /** A resource for a period. */
    record Period(String set, String resource, Instant from, Instant until, String holder, String what)
            implements Claim {

        @Override
        public void reserve(Circumstances given) {
            given.reservations().occupy(set, resource, from, until, holder);
        }
    }

    /** One of the beds of a facility for a period. */
    record Bed(String set, String facilityId, Instant from, Instant until, String holder, String what)
            implements Claim {

        @Override
        public void reserve(Circumstances given) {
            int beds = given.reference()
                    .facility(facilityId)
                    .map(facility -> facility.beds())
                    .orElse(0);
            Reservations reservations = given.reservations();
            if (IntStream.rangeClosed(1, beds).noneMatch(bed -> isFree(reservations, bed))) {
                throw new AlreadyReserved(set, facilityId);
            }
        }

        private boolean isFree(Reservations reservations, int bed) {
            try {
                reservations.occupy(set, facilityId + "|" + bed, from, until, holder);
                return true;
            } catch (AlreadyReserved taken) {
                return false;
            }
        }
    }
}
