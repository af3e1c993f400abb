package org.crossface.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Decides about each request when it is known who sent it, and before anything has read its body. */
public interface Admission {

    /**
     * Lets the request go on, with its body read under limits, or answers it.
     *
     * @throws org.springframework.security.core.AuthenticationException if nobody is signed in who has to be
     */
    void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException;
}
