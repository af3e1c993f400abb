package org.crossface.coordination.views;

/**
 * Which tables of a view: each view has a schema of its own, so that one view can be built anew and put in the place of the serving one.
 *
 * @param suffix of the schema's name
 */
public record ViewPlace(String suffix) {

    /** Read by people. */
    public static final ViewPlace SERVING = new ViewPlace("");

    /** Being built. */
    public static final ViewPlace NEXT = new ViewPlace("_next");

    /** Replaced by a build. */
    public static final ViewPlace FORMER = new ViewPlace("_former");

    /** Name of the schema. */
    public String schemaOf(String view) {
        return "view_" + view + suffix;
    }
}
