package org.crossface.platform.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * PostgreSQL as a child process. Its data directory survives a clean stop, a {@code kill -9} of this JVM and one of
 * PostgreSQL itself: every commit is flushed to disk before it is acknowledged.
 *
 * <p>Directory: {@code lock}, {@code data}, {@code programs}, {@code port}, {@code postgres.log} and one password file,
 * mode 0600, per role.
 */
public final class PostgresChild implements AutoCloseable {
    /** The database of the service. */
    public static final String DATABASE = "crossface";

    /** The role that owns the database and migrates it. */
    public static final String OWNER = "crossface_owner";

    /** The role the service works as. */
    public static final String SERVER = "crossface_server";

    /** Time to end open transactions and write the checkpoint. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(6);

    /** Time for a stop without a checkpoint, after which the next start recovers. */
    private static final Duration QUIT_LIMIT = Duration.ofSeconds(2);

    private final Installation installed;
    private final DirectoryLock lock;
    private volatile ChildProcess process;

    private PostgresChild(Installation installed, DirectoryLock lock, ChildProcess process) {
        this.installed = installed;
        this.lock = lock;
        this.process = process;
    }

    /** What all processes of this PostgreSQL have in common. */
    private record Installation(
            PostgresDirectory place,
            PostgresAccount account,
            Path programs,
            PostgresCredentials credentials,
            int port) {

        String jdbcUrl() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
        }
    }

    /** Starts PostgreSQL in the directory, on a free port that is kept from start to start. */
    public static PostgresChild start(Path directory) {
        return start(directory, OptionalInt.empty());
    }

    /**
     * Starts PostgreSQL in the directory, which is created and initialised if missing, and returns when it accepts connections.
     *
     * @param port the port to listen on, at 127.0.0.1 only; empty for a free one
     * @throws EmbeddedServerException if the directory or the port is in use, or PostgreSQL does not start
     */
    public static PostgresChild start(Path directory, OptionalInt port) {
        return start(new PostgresDirectory(directory), port);
    }

    static PostgresChild start(PostgresDirectory place, OptionalInt port) {
        try {
            PrivateFiles.directory(place.root());
            DirectoryLock lock = DirectoryLock.take(place.root());
            try {
                return startLocked(place, port, lock);
            } catch (IOException | InterruptedException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedServerException("Cannot start PostgreSQL in " + place.root() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("Interrupted while PostgreSQL started", e);
        }
    }

    private static PostgresChild startLocked(PostgresDirectory place, OptionalInt wanted, DirectoryLock lock)
            throws IOException, InterruptedException {
        OrphanedPostmaster.stop(place.data());
        PostgresAccount account = place.account();
        Path programs = place.programs();
        PostgresCredentials credentials = PostgresCredentials.in(place.root());
        PostgresInitialisation.initialiseIfNew(place, account, programs, credentials);
        account.own(place.data());
        int port = wanted.isPresent()
                ? Port.fixed(wanted.getAsInt(), "crossface.postgres.port")
                : Port.kept(place.root().resolve("port"));
        Installation installed = new Installation(place, account, programs, credentials, port);
        return new PostgresChild(installed, lock, launch(installed));
    }

    /** Returns when it accepts connections; a process that does not is stopped. */
    private static ChildProcess launch(Installation installed) throws IOException, InterruptedException {
        PostgresDirectory place = installed.place();
        ChildProcess process = ChildProcess.start(
                "embedded PostgreSQL",
                installed
                        .account()
                        .serverCommand(serverArguments(installed.programs(), place.data(), installed.port())),
                PrivateFiles.log(place.root().resolve("postgres.log")));
        try {
            PostgresReadiness.await(
                    installed.jdbcUrl(), SERVER, installed.credentials().server(), process);
            return process;
        } catch (IOException | InterruptedException | RuntimeException e) {
            stop(process);
            throw e;
        }
    }

    private static List<String> serverArguments(Path programs, Path data, int port) {
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
                "max_connections=100",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "jit=off",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC");
    }

    /** The address of the database {@value #DATABASE}. */
    public String jdbcUrl() {
        return installed.jdbcUrl();
    }

    /** The TCP port on 127.0.0.1. */
    public int port() {
        return installed.port();
    }

    /** The password of {@value #OWNER}. */
    public String ownerPassword() {
        return installed.credentials().owner();
    }

    /** The password of {@value #SERVER}. */
    public String serverPassword() {
        return installed.credentials().server();
    }

    /** The password of the superuser {@code postgres}, for tools and tests; the service never connects as it. */
    public String superuserPassword() {
        return installed.credentials().superuser();
    }

    /** The process id of the postmaster. */
    public long pid() {
        return process.pid();
    }

    /** Stops PostgreSQL cleanly: open transactions are rolled back, a checkpoint is written, the lock is released. */
    @Override
    public void close() {
        try {
            stop(process);
            lock.close();
        } catch (IOException e) {
            throw new EmbeddedServerException("Cannot stop PostgreSQL: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("Interrupted while PostgreSQL stopped", e);
        }
    }

    private static void stop(ChildProcess process) throws IOException, InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        Signals.send("INT", process.pid());
        if (!process.awaitEnd(STOP_LIMIT)) {
            Signals.send("QUIT", process.pid());
            if (!process.awaitEnd(QUIT_LIMIT)) {
                process.kill();
            }
        }
    }

    /** This PostgreSQL in the form that a supervisor can start again. */
    SupervisedChild supervised() {
        return new Supervised();
    }

    private final class Supervised implements SupervisedChild {
        @Override
        public String name() {
            return process.name();
        }

        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public CompletableFuture<Integer> ended() {
            return process.ended();
        }

        @Override
        public boolean answers(Duration limit) {
            return PostgresReadiness.isAnswering(installed.port(), limit);
        }

        @Override
        public void kill() {
            process.kill();
        }

        @Override
        public void startAgain() throws IOException, InterruptedException {
            OrphanedPostmaster.stop(installed.place().data());
            process = launch(installed);
        }

        @Override
        public void close() {
            PostgresChild.this.close();
        }
    }
}
