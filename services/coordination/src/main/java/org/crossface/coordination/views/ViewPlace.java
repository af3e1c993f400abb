package org.crossface.coordination.views;

/**
 * A schema of a view. Each view has schemas of its own, so that a rebuild can replace the serving one.
 *
 * @param suffix of the schema's name
 */
public record ViewPlace(String suffix) {

    /** The schema that queries read. */
    public static final ViewPlace SERVING = new ViewPlace("");

    /** The schema of a build. */
    public static final ViewPlace NEXT = new ViewPlace("_next");

    /** The schema that a build has replaced. */
    public static final ViewPlace FORMER = new ViewPlace("_former");

    /** Name of the schema. */
    public String schemaOf(String view) {
        return "view_" + view + suffix;
    }
}
