package org.crossface.web.security;

import jakarta.servlet.http.HttpServletRequest;

/** Recognises requests to the API, whose failures are problems; other failures are pages. */
public final class ApiAddress {

    private static final String ROOT = "/api";

    private ApiAddress() {}

    /** Whether the address of the request belongs to the API. */
    public static boolean isOf(HttpServletRequest request) {
        String root = request.getContextPath() + ROOT;
        return request.getRequestURI().equals(root) || request.getRequestURI().startsWith(root + "/");
    }
}
