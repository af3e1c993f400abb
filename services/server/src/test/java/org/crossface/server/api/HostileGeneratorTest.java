package org.crossface.server.api;

import org.crossface.pathway.authority.CommandCatalogue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Hostile requests made from the description of the API: none is answered with 5xx, late, or with what is inside. {@code make fuzz} sends
 * more of them ({@code HostileFuzz}); {@code -Dcrossface.fuzz.seed=} repeats a run.
 */
class HostileGeneratorTest extends RunningServer {

    private static final int REQUESTS = 1_200;

    /** The same each time, so that a build does not fail by luck; {@code make fuzz} draws a new one. */
    private static final long SEED = 6_042_158_202_633L;

    private static final long MOST_HEAP_GROWTH = 30_000_000;

    @Test
    void noHostileRequestIsMoreThanRefused(
            @Autowired CommandCatalogue catalogue,
            @Autowired JdbcClient jdbc,
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        long seed = Long.getLong("crossface.fuzz.seed", SEED);
        new HostileTrial(port(), catalogue, jdbc, mappings).run(seed, REQUESTS, MOST_HEAP_GROWTH);
    }
}
