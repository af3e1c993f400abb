package org.crossface.web.problem;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.crossface.identity.gate.NotVisible;
import org.crossface.identity.gate.ReadDenied;
import org.crossface.identity.signin.ChooseRole;
import org.crossface.identity.signin.TooManyAttempts;
import org.crossface.identity.users.PasswordRefused;
import org.crossface.platform.api.Role;
import org.crossface.platform.api.decision.CommandRefused;
import org.crossface.platform.api.values.UnstorableValue;
import org.crossface.platform.dispatch.IdempotencyKeyReused;
import org.crossface.platform.dispatch.VersionConflict;
import org.crossface.platform.eventstore.AppendOutcomeUnknown;
import org.crossface.platform.eventstore.AppendRefused;
import org.crossface.platform.personal.SubjectErased;
import org.crossface.web.documents.DocumentRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.databind.DatabindException;

/** Maps exceptions to problems. */
public final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private static final int DEEPEST = 20;

    private Problems() {}

    /** The problem of an exception; faults of the server are logged. */
    public static Problem of(Throwable failure) {
        return switch (failure) {
            case RequestFault fault -> fault.problem();
            case DocumentRefused document -> of(document);
            case CommandRefused refused -> of(refused);
            case UnstorableValue unstorable ->
                Problem.of(HttpStatus.BAD_REQUEST, "bad-request", "Bad Request", unstorable.finding())
                        .at(unstorable.field())
                        .remedied(unstorable.remedy());
            case PersonsAlike alike ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "person-known",
                                "The person may be registered already",
                                String.valueOf(alike.getMessage()))
                        .remedied(alike.remedy())
                        .among(alike.candidates());
            case VersionConflict conflict -> of(conflict);
            case IdempotencyKeyReused reused ->
                Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "idempotency-key-reused",
                                "Idempotency key used before",
                                "This Idempotency-Key came before with another request")
                        .at("Idempotency-Key")
                        .remedied("Send each request with a key of its own");
            case AggregateNotFoundException unknown -> notFound();
            case IncompatibleAggregateException other -> {
                // The identifier belongs to another kind of aggregate. Other causes of this exception are only logged.
                log.warn("A command named a stream of another kind of aggregate", other);
                yield notFound();
            }
            case NotVisible unknown -> notFound();
            case ReadDenied denied ->
                Problem.of(HttpStatus.FORBIDDEN, "forbidden", "Forbidden", String.valueOf(denied.getMessage()))
                        .remedied(denied.remedy());
            case SubjectErased erased ->
                Problem.of(HttpStatus.GONE, "erased", "Erased", "The personal data of this patient have been erased");
            case PasswordRefused refused ->
                Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "password-refused",
                                "Password refused",
                                String.valueOf(refused.getMessage()))
                        .at("newPassword");
            case AuthenticationException unproved -> of(unproved);
            case AccessDeniedException denied ->
                Problem.of(HttpStatus.FORBIDDEN, "forbidden", "Forbidden", "Your role may not do this");
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case TypeMismatchException mismatch -> of(mismatch);
            case MissingServletRequestParameterException missing ->
                Problem.of(
                                HttpStatus.BAD_REQUEST,
                                "bad-request",
                                "Bad Request",
                                missing.getParameterName() + " is missing")
                        .at(missing.getParameterName())
                        .remedied("Give the parameter " + missing.getParameterName());
            case HttpRequestMethodNotSupportedException other ->
                Problem.of(
                                HttpStatus.METHOD_NOT_ALLOWED,
                                "method-not-allowed",
                                "Method Not Allowed",
                                "This address takes no " + other.getMethod())
                        .remedied("Use " + String.join(" or ", taken(other)));
            case HttpMediaTypeNotAcceptableException other ->
                Problem.of(
                                HttpStatus.NOT_ACCEPTABLE,
                                "not-acceptable",
                                "Not Acceptable",
                                "The answer is of no type that the header Accept names")
                        .at(HttpHeaders.ACCEPT)
                        .remedied("Accept " + MediaType.APPLICATION_JSON);
            case HttpMediaTypeNotSupportedException other ->
                Problem.of(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                "wrong-type",
                                "Unsupported Media Type",
                                "The body is of another type than is taken here")
                        .at(HttpHeaders.CONTENT_TYPE)
                        .remedied("Send " + MediaType.APPLICATION_JSON);
            case NoResourceFoundException unknown -> noAddress();
            case NoHandlerFoundException unknown -> noAddress();
            case RequestRejectedException rejected ->
                Problem.of(
                                HttpStatus.BAD_REQUEST,
                                "bad-request",
                                "Bad Request",
                                "The address, a header or a parameter is malformed")
                        .remedied("See /api/openapi");
            default -> ofInfrastructure(failure);
        };
    }

    /** The headers that belong to the answer, such as {@code Allow} with the methods that an address takes. */
    static HttpHeaders headers(Throwable failure) {
        return failure instanceof ErrorResponse known ? known.getHeaders() : HttpHeaders.EMPTY;
    }

    private static Set<String> taken(HttpRequestMethodNotSupportedException failure) {
        String[] methods = failure.getSupportedMethods();
        return new TreeSet<>(methods == null ? List.of() : List.of(methods));
    }

    private static Problem noAddress() {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "Not Found", "The API has no such address")
                .remedied("Use the addresses of /api/openapi");
    }

    private static Problem of(TypeMismatchException mismatch) {
        String name = mismatch.getPropertyName();
        String expected = expected(mismatch.getRequiredType());
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "bad-request",
                        "Bad Request",
                        (name == null ? "A value" : name) + " is not " + expected)
                .at(name)
                .remedied("Give " + expected);
    }

    /** What a parameter of this type takes, in words. */
    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "what it should be; see /api/openapi";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "Integer", "int", "Long", "long" -> "a whole number";
            case "Boolean", "boolean" -> "true or false";
            case "LocalDate" -> "a date such as 2025-01-14";
            case "OffsetDateTime" -> "a time with offset such as 2025-01-14T08:00:00-08:00";
            default -> "what it should be; see /api/openapi";
        };
    }

    /** Whether the database, not the request or the program, caused the failure. */
    public static boolean isUnavailable(Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            if (each instanceof AppendOutcomeUnknown
                    || each instanceof TransientDataAccessException
                    || each instanceof DataAccessResourceFailureException
                    || each instanceof CannotCreateTransactionException) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }

    private static Problem of(DocumentRefused refused) {
        HttpStatus status = switch (refused.kind()) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case TOO_SLOW -> HttpStatus.REQUEST_TIMEOUT;
            case WRONG_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case NOT_ACCEPTABLE -> HttpStatus.NOT_ACCEPTABLE;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
        String code = switch (refused.kind()) {
            case MALFORMED -> "bad-request";
            case TOO_LARGE -> "too-large";
            case TOO_SLOW -> "too-slow";
            case WRONG_TYPE -> "wrong-type";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case BUSY -> "overloaded";
        };
        return Problem.of(status, code, status.getReasonPhrase(), String.valueOf(refused.getMessage()))
                .at(refused.place().isEmpty() ? null : refused.place())
                .remedied(refused.remedy());
    }

    /** The body was JSON, but its fields do not fit the operation. */
    private static Problem unreadable(HttpMessageNotReadableException failure) {
        String field = failure.getCause() instanceof DatabindException e
                ? e.getPath().stream()
                        .map(step ->
                                step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                        .collect(Collectors.joining("."))
                : "";
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "bad-request",
                        "Bad Request",
                        field.isEmpty()
                                ? "The body is not a JSON object"
                                : "The value of " + field + " has the wrong type or format")
                .at(field.isEmpty() ? null : field)
                .remedied("Send a JSON object as /api/openapi describes it");
    }

    private static Problem of(CommandRefused refused) {
        HttpStatus status = switch (refused.grounds()) {
            case ROLE -> HttpStatus.FORBIDDEN;
            case TAKEN -> HttpStatus.CONFLICT;
            case CASE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return Problem.of(status, "rule-refused", refused.sentence(), refused.finding())
                .byRule(refused.rule())
                .at(refused.field().orElse(null))
                .remedied(refused.remedy())
                .withAll(refused.broken().stream()
                        .map(each -> new Problem.Broken(
                                each.rule().id(),
                                each.says(),
                                each.verdict().field(),
                                each.verdict().finding(),
                                each.verdict().remedy()))
                        .toList());
    }

    private static Problem of(VersionConflict conflict) {
        return conflict.actual() < 0
                ? notFound()
                : Problem.of(
                                HttpStatus.PRECONDITION_FAILED,
                                "version-conflict",
                                "Changed in between",
                                "You expected sequence " + conflict.expected() + ", it is " + conflict.actual())
                        .at("If-Match")
                        .remedied("Read it again, then decide again");
    }

    private static Problem of(AuthenticationException unproved) {
        return switch (unproved) {
            case TooManyAttempts tooMany ->
                Problem.of(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too-many-attempts",
                                "Too many attempts",
                                "Too many attempts to sign in have failed")
                        .remedied("Try again in " + tooMany.retryAfter().toSeconds() + " s");
            case ChooseRole several ->
                Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "choose-role", "Choose a role", "You have several roles")
                        .at("role")
                        .remedied("Name one of "
                                + String.join(
                                        ", ",
                                        several.choices().stream()
                                                .map(Role::code)
                                                .toList()));
            default ->
                Problem.of(
                                HttpStatus.UNAUTHORIZED,
                                "not-signed-in",
                                "Not signed in",
                                "There is no valid token, or user name or password is wrong")
                        .remedied("Get a token with POST /api/tokens");
        };
    }

    private static Problem notFound() {
        return Problem.of(
                        HttpStatus.NOT_FOUND, "not-found", "Not Found", "There is nothing here, or not for your sites")
                .remedied("Check the identifier");
    }

    private static Problem ofInfrastructure(Throwable failure) {
        return switch (failure) {
            case ConcurrencyException conflict ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "concurrent-change",
                                "Changed at the same time",
                                "Somebody else changed this at the same time")
                        .remedied("Read it again, then decide again");
            case AppendRefused full ->
                Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "overloaded",
                                "Too much at once",
                                "The server has more to store than it can; nothing was done")
                        .remedied("Repeat the request in a few seconds");
            case AppendOutcomeUnknown lost -> unavailable(failure);
            case TransientDataAccessException busy -> unavailable(failure);
            case DataAccessResourceFailureException away -> unavailable(failure);
            case CannotCreateTransactionException away -> unavailable(failure);
            case ErrorResponse known -> {
                HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
                String detail = known.getBody().getDetail();
                yield Problem.of(
                        status,
                        status.is4xxClientError() ? "bad-request" : "internal",
                        status.getReasonPhrase(),
                        detail == null ? status.getReasonPhrase() : detail);
            }
            default -> {
                Throwable cause = failure.getCause();
                yield cause == null ? internal(failure) : of(cause);
            }
        };
    }

    private static Problem unavailable(Throwable failure) {
        log.warn("A request could not be served for now", failure);
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "Not available for now",
                        "The database did not answer; whether a command was carried out is not known")
                .remedied("Repeat the request with the same Idempotency-Key");
    }

    private static Problem internal(Throwable failure) {
        if (failure instanceof IOException && DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            log.debug("Nobody waits for this answer any more", failure);
        } else {
            log.error("A request failed", failure);
        }
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "Internal error",
                        "The server made a mistake; it has been logged with the request id")
                .remedied("Tell the operator the request id");
    }
}
