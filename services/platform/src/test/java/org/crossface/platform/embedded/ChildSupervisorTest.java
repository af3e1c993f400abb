package org.crossface.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.core.ConditionFactory;
import org.crossface.platform.embedded.ChildStatus.End;
import org.crossface.platform.embedded.ChildStatus.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class ChildSupervisorTest {
    private static final int KILLED = 128 + 9;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T08:00:00Z"), ZoneOffset.UTC);
    private static final SupervisionTerms QUICK = new SupervisionTerms(
            Duration.ofMillis(20),
            Duration.ofMillis(80),
            Duration.ofSeconds(60),
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofMillis(300));

    @TempDir
    private Path directory;

    private ScriptedChild child;
    private ChildSupervisor supervisor;

    @BeforeEach
    void start() throws InterruptedException {
        child = new ScriptedChild(directory);
        supervisor = ChildSupervisor.of(child, QUICK, CLOCK);
    }

    @AfterEach
    void stop() {
        supervisor.close();
    }

    private static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(20));
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    @Test
    void aChildThatIsKilledIsStartedAgain() {
        long first = child.pid();
        kill(first);
        soon().until(() -> supervisor.status().restarts() == 1);
        ChildStatus status = supervisor.status();
        assertThat(status.state()).isEqualTo(State.RUNNING);
        assertThat(status.pid()).isEqualTo(child.pid()).isNotEqualTo(first);
        assertThat(child.isAlive()).isTrue();
        End end = status.lastEnd();
        assertThat(end).isNotNull();
        assertThat(end.exitCode()).isEqualTo(KILLED);
        assertThat(end.at()).isEqualTo(CLOCK.instant());
        assertThat(end.away()).isPositive();
        assertThat(end.failedAttempts()).isZero();
    }

    @Test
    void itTriesUntilTheChildComesUpAndTellsWhyItDidNot() {
        child.failNext("first fault", "second fault", "third fault", "fourth fault");
        kill(child.pid());
        soon().until(() -> supervisor.status().restarts() == 1);
        End end = supervisor.status().lastEnd();
        assertThat(end).isNotNull();
        assertThat(end.failedAttempts()).isEqualTo(4);
        assertThat(end.fault()).isEqualTo("fourth fault");
        // The pauses between the attempts: 20, 40, 80 and, since no pause is longer, 80 ms.
        assertThat(end.away()).isGreaterThanOrEqualTo(Duration.ofMillis(220));
    }

    @Test
    void theFirstAttemptIsMadeAtOnceAndThePausesGrowUpToTheLongest() {
        assertThat(List.of(0, 1, 2, 3, 4, 50).stream()
                        .map(SupervisionTerms.USUAL::pauseAfter)
                        .toList())
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(3));
    }

    @Test
    void aChildThatEndsSoonAfterEachStartIsStartedAgainWithPauses() {
        for (int end = 1; end <= 3; end++) {
            int ends = end;
            kill(child.pid());
            soon().until(() -> supervisor.status().restarts() == ends);
        }
        End third = supervisor.status().lastEnd();
        assertThat(third).isNotNull();
        assertThat(third.away()).isGreaterThanOrEqualTo(Duration.ofMillis(40));
    }

    @Test
    void aChildThatRunsAndGivesNoSignOfLifeIsKilledAndStartedAgain() {
        long first = child.pid();
        child.silent.set(true);
        soon().until(() -> supervisor.status().state() == State.SILENT);
        soon().until(() -> supervisor.status().restarts() == 1);
        assertThat(ProcessHandle.of(first))
                .matches(process -> process.isEmpty() || !process.get().isAlive());
        assertThat(supervisor.status().lastEnd()).extracting(End::exitCode).isEqualTo(KILLED);
    }

    @Test
    void aChildThatIsSilentForAMomentIsLeftAlone() {
        long first = child.pid();
        child.silent.set(true);
        soon().until(() -> supervisor.status().state() == State.SILENT);
        child.silent.set(false);
        soon().until(() -> supervisor.status().state() == State.RUNNING);
        assertThat(child.pid()).isEqualTo(first);
        assertThat(supervisor.status().restarts()).isZero();
    }

    @Test
    void aClosedSupervisorStopsTheChildAndStartsNothingAgain() {
        supervisor.close();
        assertThat(child.closed).isTrue();
        assertThat(supervisor.status().state()).isEqualTo(State.STOPPED);
        assertThat(child.starts).hasValue(0);
    }

    @Test
    void itCanBeClosedInTheMiddleOfItsAttempts() {
        child.failNext(IntStream.range(0, 10_000).mapToObj(Integer::toString).toArray(String[]::new));
        kill(child.pid());
        soon().until(() -> child.starts.get() > 2);
        supervisor.close();
        assertThat(supervisor.status().state()).isEqualTo(State.STOPPED);
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void whenTheProgramStopsASilentChildIsKilledAndNotStartedAgain() {
        child.silent.set(true);
        supervisor.prepareToStop();
        soon().until(() -> !child.isAlive() && supervisor.status().state() == State.STOPPED);
        assertThat(child.starts).hasValue(0);
    }

    @Test
    void whenTheProgramStopsAChildThatAnswersGoesOnUntilItIsStopped() {
        supervisor.prepareToStop();
        assertThat(child.isAlive()).isTrue();
    }

    @Test
    void healthIsDownUntilTheChildRunsAgainAndThenTellsOfItsEnd() {
        ChildrenHealth health = new ChildrenHealth(List.of(supervisor), CLOCK);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        child.failNext(IntStream.range(0, 20).mapToObj(Integer::toString).toArray(String[]::new));
        kill(child.pid());
        soon().until(() -> health.health().getStatus().equals(Status.DOWN));
        soon().until(() -> health.health().getStatus().equals(Status.UP));
        Health after = health.health();
        assertThat(after.getDetails().get("test child"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("state", State.RUNNING)
                .containsEntry("restarts", 1)
                .extractingByKey("lastEnd")
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("exitCode", KILLED);
    }
}
