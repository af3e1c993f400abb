package org.crossface.pathway.oversight;

import java.util.Set;
import org.crossface.pathway.PathwayEvent;

/**
 * Overrides granted.
 *
 * @param granted pairs {@code INV-12 DecideCandidacy} of a rule and the command it was overridden for
 */
public record Oversight(Set<String> granted) {

    /** Before anything happened. */
    public static Oversight none() {
        return new Oversight(Set.of());
    }

    /** Whether the rule was overridden for this command. */
    public boolean overrides(String rule, String command) {
        return granted.contains(rule + " " + command);
    }

    /** The state after this fact; facts that do not concern it leave it as it is. */
    public Oversight evolve(PathwayEvent event) {
        return this;
    }
}
