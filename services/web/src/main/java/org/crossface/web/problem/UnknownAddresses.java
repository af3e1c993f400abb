package org.crossface.web.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.crossface.web.security.ApiAddress;
import org.crossface.web.security.RequestIdFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers failures that no other advice handles, such as an unknown address or method: a problem for the API, an error page elsewhere. */
@Hidden
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class UnknownAddresses {

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Problem> answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = Problems.of(failure).inRequest(RequestIdFilter.of(request));
        if (!ApiAddress.isOf(request)) {
            response.sendError(problem.status());
            return null;
        }
        return ResponseEntity.status(problem.status())
                .headers(Problems.headers(failure))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
