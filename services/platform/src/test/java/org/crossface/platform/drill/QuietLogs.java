package org.crossface.platform.drill;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Connections break all the time in a drill; what the libraries say about it would hide the drill's own words. */
public final class QuietLogs {

    private QuietLogs() {}

    /** From now on the log is silent, except for what this switches on again. */
    public static void begin() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    }
}
