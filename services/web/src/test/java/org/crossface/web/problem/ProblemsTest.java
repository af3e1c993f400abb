package org.crossface.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.crossface.platform.eventstore.AppendOutcomeUnknown;
import org.crossface.platform.eventstore.AppendRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

    @Test
    void whatFindsTheQueueFullIsToComeAgain() {
        for (AppendRefused refused : new AppendRefused[] {AppendRefused.full(1024), AppendRefused.stopping()}) {
            Problem problem = Problems.of(refused);
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.code()).isEqualTo("overloaded");
            assertThat(problem.detail()).contains("nothing was done");
            assertThat(problem.remedy()).isNotBlank();
        }
    }

    @Test
    void whereTheOutcomeIsUnknownTheSameKeyIsTheRemedy() {
        Problem problem = Problems.of(new CommandExecutionException(
                "failed", new AppendOutcomeUnknown(new IllegalStateException("cut")), null));
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.code()).isEqualTo("unavailable");
        assertThat(problem.remedy()).contains("Idempotency-Key");
        assertThat(problem.toString()).doesNotContain("cut", "Exception");
    }

    @Test
    void whoeverLeavesBeforeTheAnswerIsNoFailure(CapturedOutput output) {
        assertThat(Problems.of(new IOException("Broken pipe")).status()).isEqualTo(500);
        assertThat(output).doesNotContain("A request failed");

        assertThat(Problems.of(new IOException("No space left on device")).status())
                .isEqualTo(500);
        assertThat(output).contains("A request failed", "No space left on device");
    }
}
