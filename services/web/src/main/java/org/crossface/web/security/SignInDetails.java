package org.crossface.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the sign-in form besides user name and password.
 *
 * @param role code of the role to act in; {@code null} or blank when none was chosen
 */
record SignInDetails(String address, @Nullable String role) implements Serializable {

    private static final long serialVersionUID = 1L;

    static SignInDetails of(HttpServletRequest request) {
        return new SignInDetails(request.getRemoteAddr(), request.getParameter("role"));
    }
}
