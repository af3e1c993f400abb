package org.crossface.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Session cookies as Spring writes them. A cookie that decodes to no session identifier is ignored without a query to PostgreSQL, and so is
 * that of a request for a file that everybody may read: Spring Session would read and write the row for each style sheet and icon.
 */
final class SessionCookies implements CookieSerializer {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final DefaultCookieSerializer cookies = new DefaultCookieSerializer();

    SessionCookies() {
        cookies.setCookieName("crossface-session");
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        cookies.writeCookieValue(value);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        if (PublicFiles.PATHS.stream()
                .anyMatch(path -> request.getRequestURI().startsWith(request.getContextPath() + path))) {
            return List.of();
        }
        return cookies.readCookieValues(request).stream()
                .filter(value -> IDENTIFIER.matcher(value).matches())
                .toList();
    }
}
