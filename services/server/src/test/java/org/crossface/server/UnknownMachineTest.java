package org.crossface.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start on a machine for which there is no embedded PostgreSQL, as far as Java knows. */
class UnknownMachineTest {

    @TempDir
    private Path home;

    @Test
    void isRefusedWithThePropertyOfAnExternalServer() throws Exception {
        Path output = home.resolve("output");
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dos.arch=riscv64",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrossfaceServer.class.getName(),
                        "--crossface.home=" + home.resolve("home"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(server.waitFor(Duration.ofMinutes(2))).isTrue();
        } finally {
            server.destroyForcibly();
        }
        assertThat(server.exitValue()).isEqualTo(1);
        assertThat(Files.readString(output))
                .contains(System.getProperty("os.name") + " riscv64", "--crossface.postgres.url=jdbc:postgresql://")
                .doesNotContain("\tat org.crossface");
    }
}
