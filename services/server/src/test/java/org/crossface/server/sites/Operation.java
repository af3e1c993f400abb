package org.crossface.server.sites;

import java.util.Set;
import org.crossface.pathway.authority.CommandSpec;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be asked of the running server.
 *
 * @param method such as {@code GET}; {@code ANY} for a handler that does not name one
 * @param route pattern of the address, such as {@code /api/pathways/{pathwayId}/facts}
 * @param command the command that the route carries; {@code null} for a route that carries none
 */
record Operation(String method, String route, @Nullable CommandSpec command) {

    static final String COMMAND = "{command}";

    private static final Set<String> LAST = Set.of("erase-subject", "record-death");

    /** The row of the table that describes it: commands of one area share one. */
    String row() {
        return method + " " + (command == null ? route : route.replace(COMMAND, "<" + command.area() + ">"));
    }

    /** What is sent: the pages' forms know sessions, the API knows tokens. */
    boolean isApi() {
        return route.startsWith("/api/");
    }

    /**
     * When it is sent, since what is sent after it could mean something else: 0 for most, 1 for trying one letter again, after which the
     * letter has another name, 2 for what changes much.
     */
    int turn() {
        if (command != null) {
            return LAST.contains(command.kebabName()) ? 2 : 0;
        }
        if (route.endsWith("{id}/retry") && isApi()) {
            return 1;
        }
        return route.endsWith("/retry") || route.endsWith("/builds") || route.endsWith("/views/build") ? 2 : 0;
    }

    @Override
    public String toString() {
        return method + " " + (command == null ? route : route.replace(COMMAND, command.kebabName()));
    }
}
