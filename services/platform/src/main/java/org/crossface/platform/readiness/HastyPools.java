package org.crossface.platform.readiness;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Shortens the wait for a connection of a pool as soon as the context begins to close: while PostgreSQL is away, beans that stop ask for
 * connections one after the other, and their waits would add up.
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
