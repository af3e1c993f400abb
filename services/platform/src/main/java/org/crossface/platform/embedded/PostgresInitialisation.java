package org.crossface.platform.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The first start: creates the cluster, the roles and the database in a directory beside the final one and renames it at the end, so that a
 * data directory is either complete or absent.
 */
final class PostgresInitialisation {
    private static final String SUPERUSER = "postgres";

    private final PostgresAccount account;
    private final Path programs;
    private final Path unfinished;

    private PostgresInitialisation(PostgresAccount account, Path programs, Path unfinished) {
        this.account = account;
        this.programs = programs;
        this.unfinished = unfinished;
    }

    static void initialiseIfNew(
            PostgresDirectory place, PostgresAccount account, Path programs, PostgresCredentials credentials)
            throws IOException, InterruptedException {
        if (Files.exists(place.data().resolve("PG_VERSION"))) {
            return;
        }
        Path unfinished = place.root().resolve("data.unfinished");
        moveAside(unfinished);
        moveAside(place.data());
        PrivateFiles.directory(unfinished);
        account.own(unfinished);
        PostgresInitialisation initialisation = new PostgresInitialisation(account, programs, unfinished);
        initialisation.createCluster(place.root());
        initialisation.createRolesAndDatabase(credentials);
        Files.move(unfinished, place.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Keeps the files of an interrupted first start, under a name that is never read. */
    private static void moveAside(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> siblings = Files.list(directory.resolveSibling("."))) {
            long number = siblings.filter(path -> path.getFileName().toString().startsWith("aside-"))
                    .count();
            Files.move(directory, directory.resolveSibling("aside-" + (number + 1)));
        }
    }

    private void createCluster(Path root) throws IOException, InterruptedException {
        Path passwordFile = root.resolve("initdb.password");
        Files.deleteIfExists(passwordFile);
        Files.copy(root.resolve("superuser.password"), passwordFile, StandardCopyOption.COPY_ATTRIBUTES);
        account.own(passwordFile);
        try {
            run(
                    List.of(
                            programs.resolve("bin/initdb").toString(),
                            "--pgdata=" + unfinished,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"),
                    "");
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private void createRolesAndDatabase(PostgresCredentials credentials) throws IOException, InterruptedException {
        String sql = """
                CREATE ROLE %1$s LOGIN PASSWORD '%2$s'
                CREATE ROLE %3$s LOGIN PASSWORD '%4$s'
                CREATE DATABASE %5$s OWNER %1$s
                REVOKE ALL ON DATABASE %5$s FROM PUBLIC
                GRANT CONNECT, TEMPORARY ON DATABASE %5$s TO %3$s
                """.formatted(
                        PostgresChild.OWNER,
                        credentials.owner(),
                        PostgresChild.SERVER,
                        credentials.server(),
                        PostgresChild.DATABASE);
        run(
                List.of(
                        programs.resolve("bin/postgres").toString(),
                        "--single",
                        "-D",
                        unfinished.toString(),
                        "-c",
                        "exit_on_error=on",
                        SUPERUSER),
                sql);
    }

    private void run(List<String> program, String input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(account.command(program))
                .redirectErrorStream(true)
                .start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new EmbeddedServerException("The first start of PostgreSQL failed in "
                    + Path.of(program.getFirst()).getFileName() + ": " + output.strip());
        }
    }
}
