package org.crossface.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Decides about each request after authentication and before its body is read. */
public interface Admission {

    /**
     * Reads the body under limits and lets the request go on, or answers it.
     *
     * @throws org.springframework.security.core.AuthenticationException if the request needs a signed-in user and has none
     */
    void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException;
}
