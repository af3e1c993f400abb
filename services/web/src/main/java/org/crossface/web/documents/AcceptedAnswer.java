package org.crossface.web.documents;

import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Whether the sender of a request takes an answer in JSON, as every answer of the API is. */
public final class AcceptedAnswer {

    private AcceptedAnswer() {}

    /**
     * Whether JSON is among what the header allows: {@code application/json}, a type that ends in {@code +json}, or a range of either. An
     * invalid header allows nothing.
     *
     * @param accept the header {@code Accept}; {@code null} when the request has none, which allows everything
     */
    public static boolean isJson(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return true;
        }
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .anyMatch(range -> range.getQualityValue() > 0
                            && (range.includes(MediaType.APPLICATION_JSON)
                                    || range.getSubtype().endsWith("+json")));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
