package org.crossface.platform.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.crossface.platform.schema.PostgresProperties;
import org.crossface.platform.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The archives of all machines that the poms know, most of which this one cannot run. */
class PostgresBinariesTest {

    /** As in the program, where {@code postgres --version} takes it from. */
    private static final Pattern VERSION = Pattern.compile("postgres \\(PostgreSQL\\) ([0-9.]+)");

    /** As at a command line: {@code --name=value}. */
    private static final Pattern OPTION = Pattern.compile("--([a-z.-]+)=(\\S+)");

    /** By what the archive holds: that of both machines with macOS is the same. */
    private static final Map<String, Path> UNPACKED = new HashMap<>();

    @TempDir
    private static Path directory;

    @ParameterizedTest
    @EnumSource
    void theProgramOfEveryMachineIsTheVersionThatTheTestsRunOn(PostgresPlatform platform) throws IOException {
        Path programs = unpacked(platform.archive());

        assertThat(programs.resolve("bin/postgres")).isExecutable();
        assertThat(programs.resolve("bin/initdb")).isExecutable();
        assertThat(versionIn(programs.resolve("bin/postgres"))).isEqualTo(runningVersion());
    }

    @Test
    void whatAnotherProcessHasUnpackedMeanwhileStays(@TempDir Path parent) throws IOException {
        Path unfinished = Files.createDirectory(parent.resolve("unpacking-1"));
        Files.writeString(unfinished.resolve("postgres"), "ours");
        Path target = Files.createDirectory(parent.resolve("postgresql-1"));
        Files.writeString(target.resolve("postgres"), "theirs");

        PostgresBinaries.moveIntoPlace(unfinished, target);

        assertThat(target.resolve("postgres")).hasContent("theirs");
        assertThat(unfinished).doesNotExist();
    }

    /** All of it is read, and only the programs are written: the whole has 340 MB, and other tests wait for the disk. */
    private static Path unpacked(String archive) throws IOException {
        String content = PostgresBinaries.fingerprint(archive);
        Path known = UNPACKED.get(content);
        if (known != null) {
            return known;
        }
        Path programs = Files.createDirectory(directory.resolve(content));
        PostgresBinaries.unpack(archive, programs, path -> path.startsWith("bin"));
        UNPACKED.put(content, programs);
        return programs;
    }

    private static String versionIn(Path program) throws IOException {
        Matcher found = VERSION.matcher(Files.readString(program, ISO_8859_1));
        assertThat(found.find()).as("%s names its version", program).isTrue();
        return found.group(1);
    }

    private static String runningVersion() {
        try (TestPostgres postgres = TestPostgres.with()) {
            return postgres.serverJdbc()
                    .sql("SHOW server_version")
                    .query(String.class)
                    .single();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, /postgres-linux-x86_64.txz",
        "Linux, aarch64, /postgres-linux-arm_64.txz",
        "Mac OS X, x86_64, /postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, /postgres-darwin-arm_64.txz"
    })
    void aMachineHasTheArchiveThatIsMadeForIt(String system, String architecture, String archive) {
        assertThat(PostgresBinaries.archiveOf(system, architecture)).isEqualTo(archive);
    }

    @ParameterizedTest
    @CsvSource({"Linux, riscv64", "Windows 11, amd64", "SunOS, sparcv9"})
    void anyOtherMachineIsToldThePropertyOfAnExternalServer(String system, String architecture) {
        assertThatThrownBy(() -> PostgresBinaries.archiveOf(system, architecture))
                .isInstanceOf(EmbeddedServerException.class)
                .hasMessageContaining(system + " " + architecture)
                .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING)
                .satisfies(message -> {
                    Matcher option = OPTION.matcher(message);
                    assertThat(option.find()).isTrue();
                    assertThat(boundUrl(option.group(1), option.group(2))).isEqualTo(option.group(2));
                });
    }

    @Test
    void anOtherPropertyWouldNotBeBound() {
        assertThatThrownBy(() -> boundUrl("crossface.postgres.address", "jdbc:postgresql://host/crossface"))
                .hasMessageContaining("crossface.postgres");
    }

    /** What the server reads of this option. */
    private static String boundUrl(String property, String value) {
        return new Binder(new MapConfigurationPropertySource(Map.of(property, value)))
                .bind("crossface.postgres", PostgresProperties.class)
                .map(PostgresProperties::url)
                .orElseThrow(() -> new IllegalStateException("Nothing of crossface.postgres is bound"));
    }
}
