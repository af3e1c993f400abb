package org.crossface.platform.numbers;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers such as {@code P-0101}: unique over all nodes and ascending, with gaps. They identify a record, not a person. */
public final class RunningNumbers {

    private final JdbcClient jdbc;

    public RunningNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Draws the next number; it is never drawn again, even if the caller's transaction is rolled back.
     *
     * @param prefix the part before the dash
     * @return at least four digits
     */
    public String next(String prefix) {
        long number =
                jdbc.sql("SELECT nextval('numbers.running')").query(Long.class).single();
        return "%s-%04d".formatted(prefix, number);
    }
}
