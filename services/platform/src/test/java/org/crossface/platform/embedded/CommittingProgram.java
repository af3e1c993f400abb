package org.crossface.platform.embedded;

import java.nio.file.Path;

/** A JVM to be killed: starts PostgreSQL, commits a row, says so with the postmaster's pid, and waits for its end. */
final class CommittingProgram {
    private CommittingProgram() {}

    public static void main(String[] arguments) throws Exception {
        PostgresChild postgres = PostgresChild.start(Path.of(arguments[0]));
        Sql.execute(postgres, "CREATE TABLE kept (word text)");
        Sql.execute(postgres, "INSERT INTO kept VALUES ('committed')");
        System.out.println("postmaster " + postgres.pid());
        Thread.currentThread().join();
    }
}
