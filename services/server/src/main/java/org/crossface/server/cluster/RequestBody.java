package org.crossface.server.cluster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;

/** The body of a request: buffered when it is small, so that it can be sent once more; else passed on as it arrives. */
final class RequestBody {

    private static final int KEPT_BYTES = 1 << 20;

    private final byte[] kept;
    private final @Nullable InputStream rest;

    private RequestBody(byte[] kept, @Nullable InputStream rest) {
        this.kept = kept;
        this.rest = rest;
    }

    static RequestBody of(InputStream body) throws IOException {
        byte[] kept = body.readNBytes(KEPT_BYTES);
        return new RequestBody(kept, kept.length < KEPT_BYTES ? null : body);
    }

    boolean canBeRepeated() {
        return rest == null;
    }

    BodyPublisher publisher() {
        InputStream following = rest;
        if (following != null) {
            return BodyPublishers.ofInputStream(
                    () -> new SequenceInputStream(new ByteArrayInputStream(kept), following));
        }
        return kept.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(kept);
    }
}
