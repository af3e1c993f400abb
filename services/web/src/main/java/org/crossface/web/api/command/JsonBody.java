package org.crossface.web.api.command;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.crossface.web.api.problem.RequestFault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a request: a JSON object of at most {@value #MOST_BYTES} bytes.
 *
 * @param sha256 of the bytes as they came, in hexadecimal
 */
public record JsonBody(ObjectNode object, String sha256) {

    static final int MOST_BYTES = 262_144;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * Reads the body; an empty one is an empty object.
     *
     * @throws RequestFault if it is too long, no JSON or no object
     */
    public static JsonBody of(HttpServletRequest request) {
        try {
            byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw RequestFault.tooLarge("The body has more than " + MOST_BYTES + " bytes", "Send less at once");
            }
            return of(bytes);
        } catch (IOException e) {
            throw RequestFault.badField(null, "The body did not arrive", "Send it again");
        }
    }

    static JsonBody of(byte[] bytes) {
        try {
            JsonNode node = bytes.length == 0 ? STRICT.createObjectNode() : STRICT.readTree(bytes);
            if (node instanceof ObjectNode object) {
                return new JsonBody(object, sha256(bytes));
            }
        } catch (JacksonException e) {
            throw RequestFault.badField(
                    null, "The body is no valid JSON: " + e.getOriginalMessage(), "Send a JSON object in UTF-8");
        }
        throw RequestFault.badField(null, "The body is no JSON object", "Send a JSON object");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
