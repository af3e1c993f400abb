package org.crossface.pathway.vocabulary;

/** Source of identifiers, injected so that tests can foretell them. */
@FunctionalInterface
public interface Identifiers {

    /** A new, unique, time-ordered identifier. */
    String next();
}
