package org.crossface.identity.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what a command reaches; the module that owns the commands knows it. */
@FunctionalInterface
public interface CommandReach {

    /** What this command reaches; empty when it is about no patient. */
    Optional<Reached> of(Object command);

    /**
     * What a command reaches.
     *
     * @param what is reached, as the access log names it, such as {@code clinical/pathway}
     * @param patientIds the patients whom it is about; empty when nobody is known by the identifier that it names
     * @param sites one set for each thing that must lie within the actor's scope, holding the sites of which one suffices; an empty set is
     *     within nobody's scope
     */
    record Reached(String what, Set<String> patientIds, List<Set<String>> sites) {

        public Reached {
            patientIds = Set.copyOf(patientIds);
            sites = sites.stream().map(Set::copyOf).toList();
        }
    }
}
