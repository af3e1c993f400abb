package org.crossface.server.model;

import java.util.List;
import org.crossface.platform.api.decision.BrokenRule;

/**
 * What a command came to.
 *
 * @param status as the API tells it; 200 when it was accepted
 * @param rules identifiers of the rules that refused it, the weightiest first
 * @param broken the same with their sentences; empty when it was sent through the API
 * @param said what was said, for the report of a failure
 */
record Outcome(int status, List<String> rules, List<BrokenRule> broken, String said) {

    boolean accepted() {
        return status < 300;
    }

    /** Whether the server failed instead of deciding. */
    boolean failed() {
        return status >= 500;
    }
}
