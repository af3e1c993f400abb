package org.crossface.platform.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The anchor of appends: the INSERT of one event with all its columns and indexes into a table of its own, without the trigger that makes
 * positions stable. By pgbench where it is installed, else by a JDBC loop, which {@link #name()} says.
 */
final class PgBench {

    private static final String TABLE = """
            CREATE TABLE event (
              position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, sequence_number bigint, time timestamptz NOT NULL,
              recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(), aggregate_id text, aggregate_type text,
              event_id text NOT NULL, payload_type text NOT NULL, payload_revision text, payload json NOT NULL,
              metadata json NOT NULL);
            CREATE UNIQUE INDEX ON event (aggregate_id, sequence_number);
            CREATE UNIQUE INDEX ON event (event_id);""";
    private static final String INSERT =
            "INSERT INTO event (sequence_number, time, aggregate_id, aggregate_type, event_id, payload_type,"
                    + " payload_revision, payload, metadata) VALUES (0, now(), gen_random_uuid()::text, 'Till',"
                    + " gen_random_uuid()::text, 'bench.entered', '1', '" + Stock.payload("x", 1, "r") + "', '"
                    + Stock.METADATA + "')";

    private final BenchPostgres postgres;
    private final String database;
    private final Optional<Path> program;
    private final Path work;

    PgBench(BenchPostgres postgres, String database, Path work) {
        this.postgres = postgres;
        this.database = database;
        this.work = work;
        postgres.create(database);
        postgres.admin(database).execute(TABLE);
        this.program = installed();
    }

    private static Optional<Path> installed() {
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(Path::of);
        Path debian = Path.of("/usr/lib/postgresql");
        try (Stream<Path> versions = Files.isDirectory(debian) ? Files.list(debian) : Stream.empty()) {
            return Stream.concat(onPath, versions.map(version -> version.resolve("bin")))
                    .map(directory -> directory.resolve("pgbench"))
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return program.isPresent() ? "pgbench, the same INSERT" : "JDBC loop, the same INSERT (no pgbench here)";
    }

    Latencies run(int callers, Duration time) throws IOException, InterruptedException {
        return program.isPresent() ? pgbench(program.get(), callers, time) : jdbcLoop(callers, time);
    }

    private Latencies pgbench(Path pgbench, int callers, Duration time) throws IOException, InterruptedException {
        Path script = work.resolve("insert.sql");
        Files.writeString(script, INSERT + ";\n");
        Path log = Files.createTempDirectory(work, "pgbench");
        long seconds = Math.max(1, time.toSeconds());
        Process process = new ProcessBuilder(List.of(
                        pgbench.toString(),
                        "-n",
                        "-M",
                        "prepared",
                        "-f",
                        script.toString(),
                        "-c",
                        Integer.toString(callers),
                        "-j",
                        Integer.toString(Math.min(2, callers)),
                        "-T",
                        Long.toString(seconds),
                        "-l",
                        "--log-prefix=" + log.resolve("tx"),
                        "-h",
                        "localhost",
                        "-p",
                        Integer.toString(postgres.port()),
                        "-U",
                        "postgres",
                        database))
                .redirectErrorStream(true)
                .redirectOutput(log.resolve("output").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("pgbench failed: " + Files.readString(log.resolve("output")));
        }
        return new Latencies(microseconds(log).map(micros -> micros * 1000).toArray(), Duration.ofSeconds(seconds));
    }

    /** Third column of the log of each transaction. */
    private static LongStream microseconds(Path log) throws IOException {
        LongStream all = LongStream.empty();
        try (Stream<Path> files = Files.list(log)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("tx"))
                    .toList()) {
                long[] some = Files.readAllLines(file).stream()
                        .mapToLong(line -> Long.parseLong(line.split(" ", -1)[2]))
                        .toArray();
                all = LongStream.concat(all, LongStream.of(some));
            }
        }
        return all;
    }

    private Latencies jdbcLoop(int callers, Duration time) throws InterruptedException {
        JdbcTemplate jdbc = new JdbcTemplate(postgres.pool(database));
        return Callers.run(callers, time, (caller, number) -> jdbc.update(INSERT));
    }
}
