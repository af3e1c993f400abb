package org.crossface.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.crossface.web.problem.Problem;
import org.crossface.web.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Answers a failure of a page with an error page, with the status that the API would give it. Controllers of the API have
 * an advice of their own that comes first.
 */
@ControllerAdvice(annotations = Controller.class)
class PageErrors {

    @ExceptionHandler(Exception.class)
    void answer(Exception failure, HttpServletResponse response) throws IOException {
        Problem problem = Problems.of(failure);
        if (response.isCommitted()) {
            return;
        }
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        }
        response.sendError(problem.status());
    }
}
