package org.crossface.web.api.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that cannot be read as what it should be, found before any rule was asked. */
public final class RequestFault extends RuntimeException {

    private final HttpStatus status;
    private final String code;
    private final @Nullable String field;
    private final @Nullable String remedy;

    private RequestFault(
            HttpStatus status, String code, String detail, @Nullable String field, @Nullable String remedy) {
        super(detail);
        this.status = status;
        this.code = code;
        this.field = field;
        this.remedy = remedy;
    }

    /** 400: a field of the body or a parameter is not what it should be. */
    public static RequestFault badField(@Nullable String field, String detail, String remedy) {
        return new RequestFault(HttpStatus.BAD_REQUEST, "bad-request", detail, field, remedy);
    }

    /** 404: there is nothing of this name. */
    public static RequestFault notFound(String detail, String remedy) {
        return new RequestFault(HttpStatus.NOT_FOUND, "not-found", detail, null, remedy);
    }

    /** 403: the actor's role may not do this. */
    public static RequestFault forbidden(String detail, String remedy) {
        return new RequestFault(HttpStatus.FORBIDDEN, "forbidden", detail, null, remedy);
    }

    /** 409: it cannot be done as things are. */
    public static RequestFault conflict(String detail, String remedy) {
        return new RequestFault(HttpStatus.CONFLICT, "conflict", detail, null, remedy);
    }

    /** 503: not now. */
    public static RequestFault unavailable(String detail, String remedy) {
        return new RequestFault(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail, null, remedy);
    }

    /** 503: the views have not come as far as the reader asked for. */
    public static RequestFault notReached(String detail, String remedy) {
        return new RequestFault(HttpStatus.SERVICE_UNAVAILABLE, "position-not-reached", detail, null, remedy);
    }

    /** 413: more than is taken at once. */
    public static RequestFault tooLarge(String detail, String remedy) {
        return new RequestFault(HttpStatus.CONTENT_TOO_LARGE, "too-large", detail, null, remedy);
    }

    Problem problem() {
        return Problem.of(status, code, status.getReasonPhrase(), String.valueOf(getMessage()))
                .at(field)
                .remedied(remedy);
    }
}
