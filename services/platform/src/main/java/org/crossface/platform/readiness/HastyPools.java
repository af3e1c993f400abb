package org.crossface.platform.readiness;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * From the moment that the context begins to close, a connection of a pool is waited for only briefly: while PostgreSQL is away, what stops
 * asks for one after the other, and the waits would add up.
 */
public final class HastyPools implements ApplicationListener<ContextClosedEvent> {

    private static final Duration LIMIT = Duration.ofSeconds(1);

    @Override
    public void onApplicationEvent(ContextClosedEvent closing) {
        closing.getApplicationContext()
                .getBeansOfType(HikariDataSource.class, true, false)
                .values()
                .forEach(pool -> pool.setConnectionTimeout(LIMIT.toMillis()));
    }
}
