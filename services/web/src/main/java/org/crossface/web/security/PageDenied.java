package org.crossface.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.crossface.identity.signin.ActorAuthentication;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** Redirects users who must change their password to the page for it; all others get 403. */
final class PageDenied implements AccessDeniedHandler {

    private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        boolean mustChange = SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication actor
                && actor.mustChangePassword();
        if (mustChange && !(denied instanceof CsrfException)) {
            response.sendRedirect(request.getContextPath() + "/change-password");
        } else {
            forbidden.handle(request, response, denied);
        }
    }
}
