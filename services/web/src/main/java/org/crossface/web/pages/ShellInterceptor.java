package org.crossface.web.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.crossface.coordination.ViewPositions;
import org.crossface.identity.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/** Adds the {@link Shell} to the model of every page, including error pages. */
final class ShellInterceptor implements HandlerInterceptor {

    private static final String THEME_COOKIE = "crossface-theme";
    private static final Set<String> THEMES = Set.of("light", "dark");

    private static final String POSITION = ShellInterceptor.class.getName() + ".position";
    private static final String PAGES = ShellInterceptor.class.getPackageName();

    private final SiteTimes times;
    private final SignedIn signedIn;
    private final ViewPositions positions;
    private final Rail rail;

    ShellInterceptor(SiteTimes times, SignedIn signedIn, ViewPositions positions, Rail rail) {
        this.times = times;
        this.signedIn = signedIn;
        this.positions = positions;
        this.rail = rail;
    }

    /** Reads the position before the page's queries, so that the browser fetches a change during the request again and misses none. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().startsWith(PAGES)
                && signedIn.actor().isPresent()) {
            request.setAttribute(POSITION, positions.reached());
        }
        return true;
    }

    private static long position(HttpServletRequest request) {
        return request.getAttribute(POSITION) instanceof Long position ? position : -1;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        makeCsrfToken(request);
        CurrentActor actor = signedIn.actor().orElse(null);
        page.addObject(
                "shell",
                new Shell(
                        theme(request),
                        actor != null,
                        actor == null
                                ? null
                                : new Person(actor.displayName(), actor.role().label()),
                        actor == null ? List.of() : rail.at(request.getRequestURI(), actor),
                        position(request),
                        filling(request),
                        times));
    }

    /** Only for the pages that show patients; the request has a position for those. */
    private @Nullable Integer filling(HttpServletRequest request) {
        if (!(request.getAttribute(POSITION) instanceof Long reached)) {
            return null;
        }
        OptionalInt percent = positions.percentWhileFilling(reached);
        return percent.isPresent() ? percent.getAsInt() : null;
    }

    /** Creates the CSRF token, and the session if needed, before the response is committed: a page is longer than the response buffer. */
    private static void makeCsrfToken(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
    }

    private static String theme(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, THEME_COOKIE);
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : "";
    }
}
