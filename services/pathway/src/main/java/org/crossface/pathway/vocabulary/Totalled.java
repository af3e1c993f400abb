package org.crossface.pathway.vocabulary;

/**
 * A record some of whose components are computed from the others. A correction of the others computes them anew, and nobody corrects a
 * computed one.
 *
 * @param <T> the record
 */
public interface Totalled<T> {

    /**
     * The same with what is computed computed anew.
     *
     * @throws IllegalArgumentException if what is not computed lies outside of its range
     */
    T totalled();
}
