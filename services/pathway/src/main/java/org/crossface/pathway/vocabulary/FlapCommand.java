package org.crossface.pathway.vocabulary;

import org.jspecify.annotations.Nullable;

/** A command about one transferred muscle of the pathway. */
public interface FlapCommand extends PathwayCommand {

    /** The muscle; {@code null} for the only one that it can be about. */
    @RefersTo(Referent.FLAP)
    @Nullable
    String flapId();
}
