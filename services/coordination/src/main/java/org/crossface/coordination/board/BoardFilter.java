package org.crossface.coordination.board;

import java.util.Set;
import org.crossface.coordination.patient.PersonSearch;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the board. An absent criterion lets every pathway pass.
 *
 * @param text parts of names, a birth date or a part of a number; see {@link PersonSearch}
 * @param side {@code LEFT}, {@code RIGHT} or {@code BILATERAL}
 * @param lanes empty for all
 * @param dueWithinDays due within this many days, or overdue; 0 means overdue only
 * @param sites {@code null} for all; empty for none
 * @param onHold only those on hold or lost to follow-up
 */
public record BoardFilter(
        @Nullable String text,
        @Nullable String side,
        Set<Lane> lanes,
        @Nullable Integer dueWithinDays,
        boolean onHold,
        @Nullable String surgeon,
        @Nullable Set<String> sites) {

    public BoardFilter {
        lanes = Set.copyOf(lanes);
        sites = sites == null ? null : Set.copyOf(sites);
    }

    /** Every pathway passes. */
    public static BoardFilter all() {
        return new BoardFilter(null, null, Set.of(), null, false, null, null);
    }

    /** The same, for pathways that this text finds; see {@link PersonSearch}. */
    public BoardFilter searching(@Nullable String newText) {
        return new BoardFilter(newText, side, lanes, dueWithinDays, onHold, surgeon, sites);
    }

    /** The same, for these sites only; for all when {@code null}. */
    public BoardFilter within(@Nullable Set<String> readableSites) {
        return new BoardFilter(text, side, lanes, dueWithinDays, onHold, surgeon, readableSites);
    }

    /** Whether every pathway passes. */
    public boolean isAll() {
        return equals(all());
    }

    /** The search in names, birth dates and numbers. */
    PersonSearch search() {
        return PersonSearch.of(text);
    }
}
