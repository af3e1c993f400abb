package org.crossface.web.api.command;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossface.platform.dispatch.Receipt;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The answer to an accepted command. */
public final class CommandAnswer {

    /** Global position of the last event; a read may wait for it with {@code ?after=}. */
    public static final String POSITION = "X-Crossface-Position";

    /** Present when the request repeated an earlier one. */
    public static final String REPLAYED = "Idempotent-Replayed";

    private CommandAnswer() {}

    static ResponseEntity<Map<String, Object>> of(
            HttpStatus status, Receipt receipt, String location, Map<String, ?> ids) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("streamId", receipt.streamId());
        body.put("sequence", receipt.sequenceNumber());
        body.put("position", receipt.position());
        body.putAll(ids);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .eTag("\"" + receipt.sequenceNumber() + "\"")
                .header(POSITION, String.valueOf(receipt.position()))
                .location(URI.create(location));
        if (receipt.replayed()) {
            answer.header(REPLAYED, "true");
        }
        return answer.body(body);
    }
}
