package org.crossface.web.documents;

import jakarta.servlet.ServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The body of an admitted request. Controllers use it instead of the request's stream.
 *
 * @param bytes as received
 * @param charset that the sender named, or UTF-8
 * @param json the parsed bytes, where the operation takes JSON; else a missing node
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record ReadBody(byte[] bytes, Charset charset, JsonNode json) {

    private static final ReadBody EMPTY =
            new ReadBody(new byte[0], StandardCharsets.UTF_8, JsonNodeFactory.instance.missingNode());

    /** The body of this request; one that was not read is empty. */
    public static ReadBody of(ServletRequest request) {
        return request.getAttribute(ReadBody.class.getName()) instanceof ReadBody read ? read : EMPTY;
    }

    /** Stores the body in an attribute of the request. */
    public void leaveWith(ServletRequest request) {
        request.setAttribute(ReadBody.class.getName(), this);
    }
}
