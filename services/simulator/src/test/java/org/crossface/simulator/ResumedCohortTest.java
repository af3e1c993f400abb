package org.crossface.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.crossface.simulator.Api.ServerGone;
import org.crossface.simulator.StandIn.Taken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cohort that is interrupted goes on and becomes the same cohort. */
class ResumedCohortTest {

    private static final Script SCRIPT =
            new Script(7, Instant.parse("2023-07-20T06:00:00Z"), Instant.parse("2026-11-23T21:20:00Z"));

    @TempDir
    private Path directory;

    private Path file = Path.of("");
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("cohort.journal");
    }

    private void play(StandIn server) {
        try (Journal journal = Journal.open(file)) {
            if (journal.script().isEmpty()) {
                journal.begin(SCRIPT);
            }
            Script script = journal.script().orElseThrow();
            PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
            new Performance(server, journal, script, out, false).play();
        }
    }

    private static List<String> stepsOf(StandIn server) {
        return server.taken().stream().map(Taken::step).map(Step::toString).toList();
    }

    @Test
    void becomesTheSameCohortHoweverOftenItWasKilled() throws IOException {
        StandIn undisturbed = new StandIn(SCRIPT.from());
        play(undisturbed);
        assertThat(undisturbed.taken()).hasSizeGreaterThan(2_000);
        Files.delete(directory.resolve("cohort.played"));

        StandIn killed = new StandIn(SCRIPT.from());
        int kills = 0;
        while (!Journal.isPlayed(file)) {
            killed.dieAfter(kills < 20 ? 11 * kills + 3 : Integer.MAX_VALUE, kills % 2 == 0);
            try {
                play(killed);
            } catch (ServerGone expected) {
                kills++;
            }
        }

        assertThat(kills).isEqualTo(20);
        assertThat(stepsOf(killed)).isEqualTo(stepsOf(undisturbed));
        assertThat(killed.clock()).isEqualTo(undisturbed.clock()).isEqualTo(SCRIPT.until());
    }

    @Test
    void takesAStepAgainWhoseLineWasCutOff() throws IOException {
        StandIn server = new StandIn(SCRIPT.from());
        server.dieAfter(100, false);
        assertThatThrownBy(() -> play(server)).isInstanceOf(ServerGone.class);
        byte[] journal = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(journal, journal.length - 9), StandardOpenOption.TRUNCATE_EXISTING);

        server.dieAfter(Integer.MAX_VALUE, false);
        play(server);

        assertThat(server.taken()).extracting(Taken::step).doesNotHaveDuplicates();
        assertThat(Journal.isPlayed(file)).isTrue();
    }

    @Test
    void saysWhereItGoesOn() {
        StandIn server = new StandIn(SCRIPT.from());
        server.dieAfter(1500, true);
        assertThatThrownBy(() -> play(server)).isInstanceOf(ServerGone.class);
        printed.reset();

        server.dieAfter(Integer.MAX_VALUE, false);
        play(server);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("Going on with the cohort where it stopped")
                .containsOnlyOnce("Going on")
                .contains("100 %");
    }

    @Test
    void refusesTheJournalOfAnotherScript() throws IOException {
        StandIn server = new StandIn(SCRIPT.from());
        server.dieAfter(50, false);
        assertThatThrownBy(() -> play(server)).isInstanceOf(ServerGone.class);
        Files.writeString(file, Files.readString(file).replace("\"seed\":7", "\"seed\":8"));

        assertThatThrownBy(() -> play(server))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another edition");
    }
}
