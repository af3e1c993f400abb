package org.crossface.platform.readiness;

import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Puts a time limit on every health indicator of the context, so that the health endpoint answers even if one hangs. */
public final class TimelyHealths implements BeanPostProcessor {

    /** Of one indicator; several may be late one after the other. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof HealthIndicator indicator && !(bean instanceof DatabaseWatch)
                ? new TimelyHealth(indicator, LIMIT)
                : bean;
    }
}
