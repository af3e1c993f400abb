package org.crossface.platform.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** TCP ports on the loopback interface. */
final class Port {
    private Port() {}

    /** The port in the file if it is still free, else a free one, which is written to the file. */
    static int kept(Path file) throws IOException {
        if (Files.exists(file)) {
            int port = Integer.parseInt(Files.readString(file).strip());
            if (isFree(port)) {
                return port;
            }
        }
        int port = free();
        Files.writeString(file, port + "\n");
        return port;
    }

    /** A port on which no program listens now. */
    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * The given port.
     *
     * @throws EmbeddedServerException if another program listens on it
     */
    static int fixed(int port, String property) {
        if (!isFree(port)) {
            throw new EmbeddedServerException(
                    "Port " + port + " is in use by another program. Choose another with --" + property + ".");
        }
        return port;
    }

    /** Whether a program listens on the port. */
    static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
