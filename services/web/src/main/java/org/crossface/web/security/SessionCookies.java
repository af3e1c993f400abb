package org.crossface.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Session cookies as Spring writes them; a cookie that decodes to no session identifier is ignored without a query to PostgreSQL. */
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
        return cookies.readCookieValues(request).stream()
                .filter(value -> IDENTIFIER.matcher(value).matches())
                .toList();
    }
}
