package org.crossface.server;

import org.crossface.platform.embedded.EmbeddedServerException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Tells an operator why the server did not start, instead of a stack trace. */
final class RefusedStart implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedConfiguration refused) {
                return new FailureAnalysis(refused.getMessage(), refused.remedy(), refused);
            }
            if (cause instanceof EmbeddedServerException embedded) {
                return new FailureAnalysis(embedded.getMessage(), null, embedded);
            }
        }
        return null;
    }
}
