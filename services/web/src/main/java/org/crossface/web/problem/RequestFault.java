package org.crossface.web.problem;

import java.util.List;
import org.crossface.web.problem.Problem.Broken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that cannot be read as what it should be, found before any rule was asked. */
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

    /** 400: a field of the body or a parameter is not what it should be. */
    public static RequestFault badField(@Nullable String field, String detail, String remedy) {
        return new RequestFault(HttpStatus.BAD_REQUEST, BAD, detail, field, remedy);
    }

    /**
     * 400: fields of the body are not what they should be.
     *
     * @param all with what is wrong with each; never empty
     */
    public static RequestFault badFields(List<Broken> all) {
        Broken first = all.getFirst();
        return new RequestFault(HttpStatus.BAD_REQUEST, BAD, first.detail(), first.field(), first.remedy(), all);
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
        Problem problem = Problem.of(status, code, status.getReasonPhrase(), String.valueOf(getMessage()))
                .at(field)
                .remedied(remedy);
        return all.isEmpty() ? problem : problem.withAll(all);
    }
}
