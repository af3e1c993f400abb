package org.crossface.web.admission;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.crossface.web.problem.ProblemWriter;
import org.crossface.web.problem.Problems;
import org.crossface.web.security.ApiAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Answers a refused request: a problem below {@code /api}, an error page elsewhere. */
final class RefusalWriter {

    private final ProblemWriter problems;

    RefusalWriter(ProblemWriter problems) {
        this.problems = problems;
    }

    void write(HttpServletRequest request, HttpServletResponse response, Exception refusal) throws IOException {
        if (response.isCommitted()) {
            // Tomcat has already answered, for example when the connection broke in the middle of the body.
            return;
        }
        if (isApi(request)) {
            problems.write(request, response, refusal);
            return;
        }
        int status = Problems.of(refusal).status();
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        response.sendError(status);
    }

    static boolean isApi(HttpServletRequest request) {
        return ApiAddress.isOf(request);
    }
}
