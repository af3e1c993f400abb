package org.crossface.messages.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers each command as it is told: what a real one says of a full mailbox or an unknown name cannot be had at will. */
final class ScriptedMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final AtomicInteger taken = new AtomicInteger();

    ScriptedMailServer() {
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many messages it has taken. */
    int taken() {
        return taken.get();
    }

    /** Answers this from now on to commands that begin so; {@code .} is the end of a message. */
    ScriptedMailServer answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException gone) {
                // The client has gone, or the test has ended.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 test");
        boolean text = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.equals(".") ? "." : line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            if (text && !command.equals(".")) {
                continue;
            }
            String usual = switch (command) {
                case "DATA" -> "354 go on";
                case "QUIT" -> "221 bye";
                default -> "250 ok";
            };
            String answer = answers.getOrDefault(command, usual);
            text = answer.startsWith("354");
            if (command.equals(".") && answer.startsWith("250")) {
                taken.incrementAndGet();
            }
            say(client, answer);
            if (command.equals("QUIT")) {
                return;
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
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
