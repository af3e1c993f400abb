package org.crossface.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * PostgreSQL for tests: as quick as it can be and not durable. It lets everybody in who reaches it, on 127.0.0.1 only. On Linux it ends when
 * the JVM that started it ends, however that ends.
 */
public final class DisposablePostgres implements AutoCloseable {

    /** The role that may do everything; it has no password. */
    public static final String SUPERUSER = "postgres";

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final ChildProcess process;
    private final int port;

    private DisposablePostgres(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one in this directory, which must be new, and returns when it accepts connections.
     *
     * @throws EmbeddedServerException if it does not start
     */
    public static DisposablePostgres start(Path directory) throws IOException, InterruptedException {
        PostgresDirectory place = new PostgresDirectory(directory);
        PostgresAccount account = place.account();
        Path programs = place.programs();
        PrivateFiles.directory(PrivateFiles.directory(place.root()).resolve("data"));
        account.own(place.data());
        initialise(place, account, programs);
        account.own(place.data());
        int port = Port.free();
        ChildProcess process = ChildProcess.start(
                "the tests' PostgreSQL",
                account.serverCommand(arguments(programs, place.data(), port)),
                place.root().resolve("postgres.log"));
        PostgresReadiness.await(url(port), SUPERUSER, "", process);
        return new DisposablePostgres(process, port);
    }

    private static void initialise(PostgresDirectory place, PostgresAccount account, Path programs)
            throws IOException, InterruptedException {
        Path log = place.root().resolve("initdb.log");
        Process initdb = new ProcessBuilder(account.command(List.of(
                        programs.resolve("bin/initdb").toString(),
                        "--pgdata=" + place.data(),
                        "--username=" + SUPERUSER,
                        "--auth=trust",
                        "--no-sync",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (initdb.waitFor() != 0) {
            throw new EmbeddedServerException("initdb failed: " + Files.readString(log));
        }
    }

    private static List<String> arguments(Path programs, Path data, int port) {
        return List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=500",
                "-c",
                "shared_buffers=128MB",
                "-c",
                "fsync=off",
                "-c",
                "synchronous_commit=off",
                "-c",
                "full_page_writes=off",
                "-c",
                "jit=off",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC");
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** The TCP port on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** The process id of the postmaster. */
    public long pid() {
        return process.pid();
    }

    /** Stops it without a checkpoint, since nobody will start it again. */
    @Override
    public void close() throws IOException {
        try {
            Signals.send("QUIT", process.pid());
            if (!process.awaitEnd(STOP_LIMIT)) {
                process.kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.kill();
        }
    }
}
