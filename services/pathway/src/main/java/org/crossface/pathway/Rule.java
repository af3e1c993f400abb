package org.crossface.pathway;

import java.io.Serializable;

/**
 * One rule of the clinical reference as a pure function. Always a reference to a static method that carries {@link Invariant}, so that the
 * identifier of the rule travels with it.
 *
 * @param <C> the command it judges
 */
@FunctionalInterface
public interface Rule<C> extends Serializable {

    Verdict judge(PathwayState state, C command, Circumstances given);

    /** The annotation of the method that this rule refers to. */
    default Invariant invariant() {
        return RuleReference.of(this);
    }
}
