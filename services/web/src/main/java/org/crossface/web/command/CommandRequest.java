package org.crossface.web.command;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossface.identity.CurrentActor;
import org.crossface.identity.gate.PurposeOfUse;
import org.crossface.platform.dispatch.Envelope;
import org.crossface.platform.dispatch.Envelope.Idempotency;
import org.crossface.web.problem.RequestFault;
import org.crossface.web.security.ApiAddress;
import org.crossface.web.security.RequestIdFilter;
import org.springframework.http.HttpHeaders;

/** Builds the envelope of a command: actor, reason, expected version and idempotency key. */
public final class CommandRequest {

    /** Identifies a request, so that a repetition has no second effect. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** The purpose of the read or command, in the codes of {@link PurposeOfUse}. */
    public static final String PURPOSE = "X-Purpose-Of-Use";

    private static final Pattern ENTITY_TAG = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private CommandRequest() {}

    /**
     * The envelope of a command from the API: purpose, key and version are headers.
     *
     * @throws RequestFault if a header is malformed
     */
    public static Envelope ofApi(HttpServletRequest request, CurrentActor actor, JsonBody body) {
        Envelope envelope = ofApi(request, actor);
        String key = request.getHeader(IDEMPOTENCY_KEY);
        if (key != null) {
            if (!KEY.matcher(key).matches()) {
                throw RequestFault.badField(
                        IDEMPOTENCY_KEY,
                        "Idempotency-Key is malformed",
                        "Send 1 to 200 printable ASCII characters without spaces");
            }
            envelope = envelope.idempotent(
                    new Idempotency(key, request.getMethod() + " " + request.getRequestURI(), body.sha256()));
        }
        Optional<Long> version = expectedVersion(request);
        return version.isPresent() ? envelope.expecting(version.get()) : envelope;
    }

    /** The envelope of an API request, without idempotency key and expected version. */
    public static Envelope ofApi(HttpServletRequest request, CurrentActor actor) {
        return envelope(request, actor, "INTERFACE", purpose(request, actor));
    }

    /**
     * The envelope of a command from a form, which holds its own idempotency key.
     *
     * @param target the use of the key; the same key with another target is refused
     * @param content the fields as sent; the same key with other content is refused
     */
    public static Envelope ofForm(
            HttpServletRequest request, CurrentActor actor, String key, String target, String content) {
        return ofForm(request, actor).idempotent(new Idempotency(key, target, JsonBody.sha256(content)));
    }

    /** The envelope of a form, without idempotency key. */
    public static Envelope ofForm(HttpServletRequest request, CurrentActor actor) {
        return envelope(request, actor, "UI", PurposeOfUse.usualOrReview(actor.role()));
    }

    /** The envelope of a request that is refused before it is read. A malformed purpose is left out, since the refusal counts. */
    public static Envelope ofUnread(HttpServletRequest request, CurrentActor actor) {
        if (!ApiAddress.isOf(request)) {
            return ofForm(request, actor);
        }
        String named = request.getHeader(PURPOSE);
        boolean known = named != null && PurposeOfUse.CODES.contains(named.strip());
        return envelope(
                request,
                actor,
                "INTERFACE",
                known ? named.strip() : PurposeOfUse.usualFor(actor.role()).orElse(""));
    }

    private static Envelope envelope(HttpServletRequest request, CurrentActor actor, String source, String purpose) {
        return Envelope.of(actor.id(), actor.role(), actor.organisation(), source, purpose, RequestIdFilter.of(request))
                .within(actor.sites());
    }

    private static Optional<Long> expectedVersion(HttpServletRequest request) {
        String tag = request.getHeader(HttpHeaders.IF_MATCH);
        if (tag == null || tag.strip().equals("*")) {
            return Optional.empty();
        }
        Matcher number = ENTITY_TAG.matcher(tag.strip());
        if (!number.matches()) {
            throw RequestFault.badField(
                    HttpHeaders.IF_MATCH, "If-Match is malformed", "Send the ETag of the last answer, such as \"12\"");
        }
        return Optional.of(Long.parseLong(number.group(1)));
    }

    /** The purpose of the read or command: from the header, else the role's default; empty for a role that must name one. */
    public static String purpose(HttpServletRequest request, CurrentActor actor) {
        String named = request.getHeader(PURPOSE);
        if (named == null || named.isBlank()) {
            return PurposeOfUse.usualFor(actor.role()).orElse("");
        }
        if (!PurposeOfUse.CODES.contains(named.strip())) {
            throw RequestFault.badField(
                    PURPOSE,
                    "There is no such purpose of use",
                    "Use one of "
                            + String.join(
                                    ", ", PurposeOfUse.CODES.stream().sorted().toList()));
        }
        return named.strip();
    }
}
