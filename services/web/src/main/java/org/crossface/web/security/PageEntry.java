package org.crossface.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Answers page requests without a signed-in user. A live stream gets a plain 401, since a redirect would look like a stream that ended. A partial
 * reload gets a 401 that makes the whole page go to the form. A page redirects to the form.
 */
final class PageEntry implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        String form = request.getContextPath() + "/sign-in";
        if (request.getRequestURI().startsWith(request.getContextPath() + "/events")) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", form + "?ended");
        } else {
            response.sendRedirect(form);
        }
    }
}
