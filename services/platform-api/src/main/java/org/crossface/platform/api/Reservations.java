package org.crossface.platform.api;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Sets that span streams: a key that only one holder may have, and a resource that only one holder may occupy at a time. A reservation is
 * made in the transaction of the events that it protects, so both are stored or neither.
 */
public interface Reservations {

    /**
     * Reserves a key of a set, such as the live pathway of one patient and side. Reserving again for the same holder has no effect.
     *
     * @throws AlreadyReserved if another holder has the key
     */
    void reserve(String set, String key, String holder);

    /**
     * Occupies a resource, such as a theatre, from an instant (inclusive) to another (exclusive).
     *
     * @throws AlreadyReserved if another holder occupies the resource for a part of that period
     */
    void occupy(String set, String resource, Instant from, Instant until, String holder);

    /** Who holds these keys of a set, by key; keys that nobody holds are left out. */
    Map<String, String> holders(String set, Collection<String> keys);

    /** Releases everything that the holder has in the set; no effect when it has nothing. */
    void release(String set, String holder);

    /** Another holder has the key, or occupies the resource for a part of the period. */
    final class AlreadyReserved extends RuntimeException {

        private final String set;
        private final String key;

        public AlreadyReserved(String set, String key) {
            super("Already reserved in " + set + ": " + key);
            this.set = set;
            this.key = key;
        }

        public String set() {
            return set;
        }

        /** The key or the resource. */
        public String key() {
            return key;
        }
    }
}
