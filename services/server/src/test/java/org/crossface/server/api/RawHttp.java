package org.crossface.server.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** HTTP/1.1 by the byte, for requests that no library would send: malformed, half sent, or sent slowly. */
final class RawHttp implements AutoCloseable {

    private static final int LONGEST_WAIT_MS = 30_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    RawHttp(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(LONGEST_WAIT_MS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An answer.
     *
     * @param headers by lower-case name; of several of one name the last, but for transfer codings
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Answer(int status, Map<String, String> headers, byte[] bytes, Duration after) {

        String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /** Sends a head: request line and headers, without the empty line's body. */
    RawHttp head(String... lines) {
        return write(
                (String.join("\r\n", lines) + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes; false once the server takes no more. */
    boolean offer(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    RawHttp write(byte[] bytes) {
        offer(bytes);
        return this;
    }

    /** Sends nothing more, as a sender that has gone. */
    void stopSending() {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether something can be read at once. */
    boolean hasAnswer() {
        try {
            return in.available() > 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** Reads one answer. */
    Answer answer() {
        return answer(true);
    }

    /** Reads one answer; one to HEAD has no body, whatever its headers say. */
    Answer answer(boolean withBody) {
        long began = System.nanoTime();
        try {
            String line = line();
            int status = Integer.parseInt(line.split(" ", 3)[1]);
            Map<String, String> headers = new LinkedHashMap<>();
            for (String header = line(); !header.isEmpty(); header = line()) {
                int colon = header.indexOf(':');
                String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
                String value = header.substring(colon + 1).strip();
                // Tomcat sends one header for each transfer coding.
                boolean isList = name.equals("transfer-encoding");
                headers.merge(name, value, (first, next) -> isList ? first + ", " + next : next);
            }
            byte[] body = !withBody || status == 100 || status == 204 || status == 304
                    ? new byte[0]
                    : unpacked(headers, body(headers));
            return new Answer(status, headers, body, Duration.ofNanos(System.nanoTime() - began));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        String coding = headers.getOrDefault("transfer-encoding", "");
        if (coding.contains("chunked")) {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                whole.write(in.readNBytes(size));
                line();
            }
            line();
            return whole.toByteArray();
        }
        String length = headers.get("content-length");
        return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    }

    /** Tomcat packs an answer for who sends {@code TE: gzip}, and a text for who accepts gzip. */
    private static byte[] unpacked(Map<String, String> headers, byte[] body) throws IOException {
        String codings = headers.getOrDefault("transfer-encoding", "") + headers.getOrDefault("content-encoding", "");
        if (!codings.contains("gzip") || body.length == 0) {
            return body;
        }
        try (GZIPInputStream content = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return content.readAllBytes();
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("The server closed the connection in the middle of an answer");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
