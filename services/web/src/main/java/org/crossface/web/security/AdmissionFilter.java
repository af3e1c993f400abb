package org.crossface.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Calls the {@link Admission} in a filter chain: after authentication, before filters that read parameters, such as the CSRF token. */
final class AdmissionFilter extends OncePerRequestFilter {

    private final Admission admission;
    private final AuthenticationEntryPoint unknown;

    AdmissionFilter(Admission admission, AuthenticationEntryPoint unknown) {
        this.admission = admission;
        this.unknown = unknown;
    }

    /** An error dispatch has the address and the body of the failed request; the error page reads neither. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterNestedErrorDispatch(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        doFilterInternal(request, response, chain);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            admission.admit(request, response, chain);
        } catch (AuthenticationException nobody) {
            unknown.commence(request, response, nobody);
        }
    }
}
