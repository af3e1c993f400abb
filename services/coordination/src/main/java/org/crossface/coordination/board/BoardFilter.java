package org.crossface.coordination.board;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the board. An absent criterion lets every pathway pass.
 *
 * @param text part of a name or number
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

    /** The same, for these sites only; for all when {@code null}. */
    public BoardFilter within(@Nullable Set<String> readableSites) {
        return new BoardFilter(text, side, lanes, dueWithinDays, onHold, surgeon, readableSites);
    }

    /** Whether every pathway passes. */
    public boolean isAll() {
        return equals(all());
    }

    /** Pattern for a search in names and numbers; empty when there is no text. */
    Optional<String> pattern() {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(given -> !given.isEmpty())
                .map(given ->
                        "%" + given.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }
}
