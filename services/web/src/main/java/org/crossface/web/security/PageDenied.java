package org.crossface.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.crossface.identity.signin.ActorAuthentication;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** Sends who has to change the password first to the page where that is done; all others get 403. */
final class PageDenied implements AccessDeniedHandler {

    private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean mustChange = authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(each -> ActorAuthentication.MUST_CHANGE_PASSWORD.equals(each.getAuthority()));
        if (mustChange && !(denied instanceof CsrfException)) {
            response.sendRedirect(request.getContextPath() + "/change-password");
        } else {
            forbidden.handle(request, response, denied);
        }
    }
}
