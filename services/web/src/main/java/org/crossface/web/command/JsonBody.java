package org.crossface.web.command;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.crossface.web.documents.ReadBody;
import org.crossface.web.problem.RequestFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a request as a JSON object, read and parsed under limits at admission.
 *
 * @param sha256 of the bytes as received, in hexadecimal
 */
public record JsonBody(ObjectNode object, String sha256) {

    /**
     * The body of this request; an empty one is an empty object.
     *
     * @throws RequestFault if the body is not an object
     */
    public static JsonBody of(HttpServletRequest request) {
        ReadBody body = ReadBody.of(request);
        JsonNode node = body.json().isMissingNode() ? JsonNodeFactory.instance.objectNode() : body.json();
        if (node instanceof ObjectNode object) {
            return new JsonBody(object, sha256(body.bytes()));
        }
        throw RequestFault.badField(null, "The body is not a JSON object", "Send a JSON object");
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
