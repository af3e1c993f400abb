package org.crossface.server.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request as it goes over the wire.
 *
 * @param line method and target, such as {@code POST /api/pathways}
 * @param headers whole lines, without Content-Length and Transfer-Encoding
 * @param chunked whether the body is sent in chunks
 * @param cut whether the body ends before its end; the sender then stops sending
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record HostileRequest(String line, List<String> headers, byte[] body, boolean chunked, boolean cut) {

    private static final int CHUNK = 1_000;

    /** All bytes of it. */
    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder(line).append(" HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(each -> head.append(each).append("\r\n"));
        if (chunked) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (body.length > 0) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        int sent = cut ? body.length / 2 : body.length;
        if (!chunked) {
            out.write(body, 0, sent);
            return out.toByteArray();
        }
        for (int at = 0; at < sent; at += CHUNK) {
            int length = Math.min(CHUNK, sent - at);
            out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(body, at, length);
            out.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        if (!cut) {
            out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        return out.toByteArray();
    }

    @Override
    public String toString() {
        String text = new String(body, 0, Math.min(300, body.length), StandardCharsets.UTF_8);
        String head = String.join(" | ", headers);
        return line.substring(0, Math.min(300, line.length())) + " | " + head.substring(0, Math.min(400, head.length()))
                + " | " + (chunked ? "chunked " : "") + (cut ? "cut " : "") + body.length + " bytes: " + text;
    }
}
