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
 * Answers an exception of a page with an error page and the HTTP status that the API would give it. A controller advice with a
 * higher precedence handles the exceptions of the API.
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
