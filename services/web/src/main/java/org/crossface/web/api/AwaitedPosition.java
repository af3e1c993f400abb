package org.crossface.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossface.coordination.ViewPositions;
import org.crossface.web.api.command.CommandAnswer;
import org.crossface.web.problem.RequestFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Makes a read wait until the views hold the reader's own write. The client passes the position from the command's answer as {@code ?after=} or in
 * the header of the same name, on any node. The wait is 5 s, or the time in {@code Prefer: wait=}, at most 10 s.
 */
final class AwaitedPosition implements HandlerInterceptor {

    static final String PARAMETER = "after";

    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,6})(?:$|[,;\\s])");
    private static final long USUAL_SECONDS = 5;
    private static final long MOST_SECONDS = 10;

    private final ViewPositions views;

    AwaitedPosition(ViewPositions views) {
        this.views = views;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String wanted = wanted(request);
        if (wanted == null) {
            return true;
        }
        if (!POSITION.matcher(wanted).matches()) {
            throw RequestFault.badField(
                    PARAMETER,
                    "The awaited position is not a number",
                    "Send the number of the header " + CommandAnswer.POSITION + " of an earlier answer");
        }
        Duration wait = Duration.ofSeconds(seconds(request.getHeader("Prefer")));
        if (!views.awaitPosition(Long.parseLong(wanted), wait)) {
            throw RequestFault.notReached(
                    "The views have not reached position " + wanted + " within " + wait.toSeconds() + " s",
                    "Repeat the request in a moment, or send it without a position to read the present state");
        }
        return true;
    }

    private static @Nullable String wanted(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())) {
            return null;
        }
        String header = request.getHeader(CommandAnswer.POSITION);
        return header == null ? request.getParameter(PARAMETER) : header.strip();
    }

    /** The wait from the header {@code Prefer}; 10 s at most. */
    static long seconds(@Nullable String preferred) {
        Matcher wait = WAIT.matcher(preferred == null ? "" : preferred);
        return wait.find() ? Math.min(MOST_SECONDS, Long.parseLong(wait.group(1))) : USUAL_SECONDS;
    }
}
