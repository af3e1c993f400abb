package org.crossface.server;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.ConfigurableEnvironment;

/** Logging of programs that start no application context, where libraries would otherwise log everything to the console. */
final class QuietLibraries {

    private QuietLibraries() {}

    /** From here on only warnings are logged. */
    static LoggingSystem warnOnly(ConfigurableEnvironment environment) {
        LoggingSystem logging = LoggingSystem.get(QuietLibraries.class.getClassLoader());
        logging.beforeInitialize();
        logging.initialize(new LoggingInitializationContext(environment), null, null);
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        return logging;
    }
}
