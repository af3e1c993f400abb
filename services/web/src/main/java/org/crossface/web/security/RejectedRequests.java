package org.crossface.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Answers requests that Spring's firewall rejects, such as {@code //} or {@code %2e} in an address: a problem for the API, a page elsewhere. */
final class RejectedRequests implements RequestRejectedHandler {

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (!ApiAddress.isOf(request)) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getWriter().write("""
                        {"type":"urn:crossface:problem:bad-request","title":"Bad Request","status":400,"detail":"The address, a \
                        header or a parameter is malformed","code":"bad-request","remedy":"Use the addresses of /api/openapi",\
                        "requestId":"%s"}""".formatted(RequestIdFilter.of(request)));
    }
}
