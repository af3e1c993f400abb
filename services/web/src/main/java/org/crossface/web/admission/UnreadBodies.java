package org.crossface.web.admission;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.crossface.web.documents.Deadline;
import org.springframework.http.HttpHeaders;

/**
 * Closes the connection of a request whose body was not read. The answer is sent first. Then a little of the body is discarded for a moment, since a
 * client that is still sending on a closed connection may never see the answer. Tomcat alone would wait for the rest of the body as long as a byte
 * arrives now and then.
 */
final class UnreadBodies extends ValveBase {

    private static final String READ = UnreadBodies.class.getName();
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int MOST_BYTES = 1_000_000;
    private static final int PIECE = 8_192;

    UnreadBodies() {
        super(true);
    }

    /** Marks the body as read completely, so that the connection may serve other requests. */
    static void wasRead(ServletRequest request, HttpServletResponse response) {
        request.setAttribute(READ, true);
        response.setHeader(HttpHeaders.CONNECTION, null);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        boolean announced = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (announced) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        getNext().invoke(request, response);
        if (announced && request.getAttribute(READ) == null && !request.isAsync()) {
            finish(request, response);
        }
    }

    private static void finish(Request request, Response response) throws IOException {
        response.finishResponse();
        if (request.getHeader("Expect") == null) {
            drain(request.getInputStream());
        }
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static void drain(InputStream in) {
        Deadline deadline = Deadline.in(MOMENT);
        byte[] piece = new byte[PIECE];
        try {
            for (int left = MOST_BYTES; left > 0 && !deadline.isOver(); ) {
                int read = in.read(piece);
                if (read < 0) {
                    return;
                }
                left -= read;
            }
        } catch (IOException e) {
            // The client has disconnected or stopped sending: the connection is closed either way.
        }
    }
}
