package org.crossface.audit.replay;

import java.util.List;

/**
 * A row that the serving view and the replayed one do not share.
 *
 * @param table name of the view's table
 * @param key values of its primary key
 * @param kind the side that has the row
 * @param columns the columns that differ, each with both values; values that can name a person are left out
 */
public record ViewDifference(String table, String key, Kind kind, List<String> columns) {

    /** Which side has a row. */
    public enum Kind {
        /** Both have a row with this key, with different values. */
        CHANGED,
        /** Only the serving view has it. */
        ONLY_SERVING,
        /** Only the replay has it. */
        ONLY_REPLAYED
    }

    @Override
    public String toString() {
        return switch (kind) {
            case CHANGED -> table + " " + key + ": " + String.join("; ", columns);
            case ONLY_SERVING -> table + " " + key + ": only in the serving view";
            case ONLY_REPLAYED -> table + " " + key + ": missing in the serving view";
        };
    }
}
