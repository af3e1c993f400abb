package org.crossface.web.api;

import java.util.Map;
import org.crossface.web.documents.ReadBody;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replaces Spring's JSON converter. It writes as Spring does, but reads objects for controllers only from the tree that was parsed at admission.
 */
final class GuardedJsonConverter extends JacksonJsonHttpMessageConverter {

    GuardedJsonConverter(JsonMapper json) {
        super(json);
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints) {
        JsonNode tree = tree(message);
        try {
            return defaultMapper
                    .readerFor(defaultMapper.constructType(type.getType()))
                    .readValue(tree);
        } catch (RuntimeException e) {
            throw new HttpMessageNotReadableException("The JSON does not fit", e, message);
        }
    }

    private static JsonNode tree(HttpInputMessage message) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            JsonNode json = ReadBody.of(attributes.getRequest()).json();
            if (json.isObject()) {
                return json;
            }
        }
        throw new HttpMessageNotReadableException("There is no JSON object", message);
    }
}
