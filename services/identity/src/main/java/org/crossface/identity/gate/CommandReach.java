package org.crossface.identity.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Determines which records a command reaches; implemented by the module that owns the commands. */
@FunctionalInterface
public interface CommandReach {

    /** The records that this command reaches; empty when it is about no patient. */
    Optional<Reached> of(Object command);

    /**
     * The records that a command reaches.
     *
     * @param what is reached, in the words of the access log, such as {@code clinical/pathway}
     * @param patientIds the patients whom it is about; empty when its identifier belongs to no patient
     * @param sites one set for each record that must lie within the actor's scope, with the sites of which one suffices; an empty set is
     *     within nobody's scope
     */
    record Reached(String what, Set<String> patientIds, List<Set<String>> sites) {

        public Reached {
            patientIds = Set.copyOf(patientIds);
            sites = sites.stream().map(Set::copyOf).toList();
        }
    }
}
