package org.crossface.web.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.crossface.web.security.ApiAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 when the database is unavailable in a filter or during a page. The lookup of a session or a token is in a filter, whose failure would
 * be answered 500. The page is fixed text, because a template needs the signed-in user from the database.
 */
public final class DatabaseAwayFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(DatabaseAwayFilter.class);
    private static final String RETRY_SECONDS = "2";
    private static final byte[] PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Not available for now \u00b7 Crossface</title></head>
            <body><main>
            <h1>Not available for now</h1>
            <p>The database does not answer. What was saved before is kept; whether this request was carried out is not known.</p>
            <p><a href="">Try again</a> in a few seconds.</p>
            </main></body>
            </html>
            """.getBytes(StandardCharsets.UTF_8);

    private final ProblemWriter problems;

    public DatabaseAwayFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !Problems.isUnavailable(e)) {
                throw e;
            }
            response.resetBuffer();
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            if (ApiAddress.isOf(request)) {
                problems.write(request, response, e);
            } else {
                log.warn("A page could not be served for now: {}", e.getMessage());
                response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                response.setContentType("text/html;charset=UTF-8");
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                response.getOutputStream().write(PAGE);
            }
        }
    }
}
