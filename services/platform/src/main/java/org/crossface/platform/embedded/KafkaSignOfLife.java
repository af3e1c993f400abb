package org.crossface.platform.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Asks a broker which requests it knows (ApiVersions, version 0): the first exchange of every client, without a client's threads. */
final class KafkaSignOfLife {
    private static final short API_VERSIONS = 18;
    private static final short VERSION = 0;
    private static final short NO_CLIENT_ID = -1;
    private static final int CORRELATION = 0x43524F53;
    private static final int REQUEST_BYTES = 10;

    private KafkaSignOfLife() {}

    /**
     * Whether the broker at this port of 127.0.0.1 answers.
     *
     * @param limit of the wait for the connection, and again of the wait for the answer
     */
    static boolean isGiven(int port, Duration limit) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) limit.toMillis());
            socket.setSoTimeout((int) limit.toMillis());
            DataOutputStream request = new DataOutputStream(socket.getOutputStream());
            request.writeInt(REQUEST_BYTES);
            request.writeShort(API_VERSIONS);
            request.writeShort(VERSION);
            request.writeInt(CORRELATION);
            request.writeShort(NO_CLIENT_ID);
            request.flush();
            DataInputStream answer = new DataInputStream(socket.getInputStream());
            int length = answer.readInt();
            return length > 0 && answer.readInt() == CORRELATION;
        } catch (IOException nobodyAnswers) {
            return false;
        }
    }
}
