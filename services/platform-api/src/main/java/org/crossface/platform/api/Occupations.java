package org.crossface.platform.api;

import java.time.Instant;
import java.util.List;

/** Tells when the resources of {@link Reservations} are occupied, so that people can choose a time. Only a reservation decides. */
@FunctionalInterface
public interface Occupations {

    /**
     * A period for which a holder occupies a resource.
     *
     * @param from inclusive
     * @param until exclusive
     */
    record Period(Instant from, Instant until) {}

    /**
     * The periods for which a resource is occupied.
     *
     * @param from beginning of the time that is asked for, inclusive
     * @param until its end, exclusive
     * @return every period of which a part lies in that time, in the order of their beginnings
     */
    List<Period> of(String set, String resource, Instant from, Instant until);
}
