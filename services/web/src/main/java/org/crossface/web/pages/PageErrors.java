package org.crossface.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadDenied;
import org.crossface.web.api.problem.Problems;
import org.crossface.web.api.problem.RequestFault;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Sends who meets a closed gate to the page that says so. */
@ControllerAdvice(basePackageClasses = PageErrors.class)
class PageErrors {

    @ExceptionHandler(ReadDenied.class)
    void denied(ReadDenied denied, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    @ExceptionHandler(NotVisible.class)
    void notVisible(NotVisible hidden, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @ExceptionHandler(RequestFault.class)
    void unreadable(RequestFault fault, HttpServletResponse response) throws IOException {
        response.sendError(Problems.of(fault).status());
    }
}
