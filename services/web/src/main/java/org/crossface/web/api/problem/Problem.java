package org.crossface.web.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Why a request failed (RFC 9457).
 *
 * @param type names the kind of problem
 * @param title what kind it is, in words
 * @param detail what is so in this case
 * @param code stable name of the kind, such as {@code rule-refused}
 * @param rule of the clinical reference that refused, such as {@code INV-21}
 * @param field of the request that is at fault
 * @param remedy what would satisfy
 * @param requestId identifier of the request, also in the header {@code X-Request-Id}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String rule,
        @Nullable String field,
        @Nullable String remedy,
        String requestId) {

    private static final String TYPE_PREFIX = "urn:crossface:problem:";

    /** A problem without rule, field and remedy. */
    static Problem of(HttpStatus status, String code, String title, String detail) {
        return new Problem(TYPE_PREFIX + code, title, status.value(), detail, code, null, null, null, "");
    }

    Problem byRule(String newRule) {
        return new Problem(type, title, status, detail, code, newRule, field, remedy, requestId);
    }

    Problem at(@Nullable String newField) {
        return new Problem(type, title, status, detail, code, rule, newField, remedy, requestId);
    }

    Problem remedied(@Nullable String newRemedy) {
        return new Problem(type, title, status, detail, code, rule, field, newRemedy, requestId);
    }

    Problem inRequest(String newRequestId) {
        return new Problem(type, title, status, detail, code, rule, field, remedy, newRequestId);
    }
}
