package org.crossface.web.problem;

import java.util.List;
import org.crossface.web.problem.Problem.Broken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A malformed or inadmissible request, found before any rule was evaluated. */
public final class RequestFault extends RuntimeException {

    private static final String BAD = "bad-request";

    private final HttpStatus status;
    private final String code;
    private final @Nullable String field;
    private final @Nullable String remedy;
    private final transient List<Broken> all;

    private RequestFault(
            HttpStatus status, String code, String detail, @Nullable String field, @Nullable String remedy) {
        this(status, code, detail, field, remedy, List.of());
    }

    private RequestFault(
            HttpStatus status,
            String code,
            String detail,
            @Nullable String field,
            @Nullable String remedy,
            List<Broken> all) {
        super(detail);
        this.status = status;
        this.code = code;
        this.field = field;
        this.remedy = remedy;
        this.all = List.copyOf(all);
    }

    /** 400: a field of the body or a parameter is invalid. */
    public static RequestFault badField(@Nullable String field, String detail, String remedy) {
        return new RequestFault(HttpStatus.BAD_REQUEST, BAD, detail, field, remedy);
    }

    /**
     * 400: fields of the body are invalid.
     *
     * @param all the faults of the fields; never empty
     */
    public static RequestFault badFields(List<Broken> all) {
        Broken first = all.getFirst();
        return new RequestFault(HttpStatus.BAD_REQUEST, BAD, first.detail(), first.field(), first.remedy(), all);
    }

    /** 422: a document that can be read says itself that it is not to be taken. */
    public static RequestFault notMeant(String field, String detail, String remedy) {
        return new RequestFault(HttpStatus.UNPROCESSABLE_CONTENT, "no-referral", detail, field, remedy);
    }

    /** 404: the resource does not exist. */
    public static RequestFault notFound(String detail, String remedy) {
        return new RequestFault(HttpStatus.NOT_FOUND, "not-found", detail, null, remedy);
    }

    /** 403: the actor's role may not do this. */
    public static RequestFault forbidden(String detail, String remedy) {
        return new RequestFault(HttpStatus.FORBIDDEN, "forbidden", detail, null, remedy);
    }

    /** 409: the present state does not allow it. */
    public static RequestFault conflict(String detail, String remedy) {
        return new RequestFault(HttpStatus.CONFLICT, "conflict", detail, null, remedy);
    }

    /** 503: temporarily unavailable. */
    public static RequestFault unavailable(String detail, String remedy) {
        return new RequestFault(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail, null, remedy);
    }

    /** 503: the views have not reached the awaited position. */
    public static RequestFault notReached(String detail, String remedy) {
        return new RequestFault(HttpStatus.SERVICE_UNAVAILABLE, "position-not-reached", detail, null, remedy);
    }

    /** 413: the request exceeds a limit. */
    public static RequestFault tooLarge(String detail, String remedy) {
        return new RequestFault(HttpStatus.CONTENT_TOO_LARGE, "too-large", detail, null, remedy);
    }

    Problem problem() {
        Problem problem = Problem.of(status, code, status.getReasonPhrase(), String.valueOf(getMessage()))
                .at(field)
                .remedied(remedy);
        return all.isEmpty() ? problem : problem.withAll(all);
    }
}
