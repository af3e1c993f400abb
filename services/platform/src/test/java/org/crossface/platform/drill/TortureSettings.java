package org.crossface.platform.drill;

/**
 * How hard the store is tried.
 *
 * @param events how many must have been acknowledged before the appenders stop
 * @param appenders how many append at once
 * @param mostEvents in one stream of one append
 * @param pauseMillis longest pause between lock, position and commit
 * @param crashes how often PostgreSQL is stopped immediately and started again
 * @param durable false lets PostgreSQL acknowledge commits before they are on disk, which is a control
 * @param kills whether random backends are terminated
 * @param seed of all random choices of the appenders
 */
record TortureSettings(
        StoreMode mode,
        long events,
        int appenders,
        int mostEvents,
        int pauseMillis,
        int crashes,
        boolean durable,
        boolean kills,
        long seed) {}
