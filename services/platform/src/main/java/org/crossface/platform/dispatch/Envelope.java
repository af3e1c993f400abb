package org.crossface.platform.dispatch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.crossface.platform.api.Role;
import org.jspecify.annotations.Nullable;

/**
 * The sender of a command and the reason for it. All of it but idempotency and expected version goes into the metadata of the events.
 *
 * @param actor identifier of the user or automation
 * @param organisation identifier of the actor's organisation
 * @param sites identifiers of the sites within the actor's scope, checked by a gate on the command bus; not copied to the metadata of
 *     events
 * @param source {@code UI}, {@code INTERFACE}, {@code DEVICE} or {@code SCHEDULER}
 * @param purpose purpose of use, such as {@code TREAT}
 * @param request identifier of the request
 * @param onBehalfOf identifier of the person for whom the actor acts
 * @param correlation identifier of the whole conversation; {@code null} means that this request begins one
 * @param causation identifier of the message that caused this command; {@code null} means the request
 * @param idempotency lets the caller repeat the request without repeating its effect
 * @param expectedVersion sequence number that the stream must have before the command; -1 means that the stream must not exist
 * @param notes for the handler of the command; not copied to the metadata of events
 */
public record Envelope(
        String actor,
        Role role,
        String organisation,
        Set<String> sites,
        String source,
        String purpose,
        String request,
        @Nullable String onBehalfOf,
        @Nullable String correlation,
        @Nullable String causation,
        @Nullable Idempotency idempotency,
        @Nullable Long expectedVersion,
        Map<String, String> notes) {

    /**
     * Identifies a request, so that its repetition is recognised for 72 hours.
     *
     * @param key chosen by the caller, unique for each request of one actor
     * @param route the requested operation, such as {@code POST /api/pathways/p1/record-consent}
     * @param bodyHash hash of the request's body
     */
    public record Idempotency(String key, String route, String bodyHash) {}

    public Envelope {
        sites = Set.copyOf(sites);
    }

    /** An envelope without the optional parts, of an actor with no site in scope. */
    public static Envelope of(
            String actor, Role role, String organisation, String source, String purpose, String request) {
        return new Envelope(
                actor, role, organisation, Set.of(), source, purpose, request, null, null, null, null, null, Map.of());
    }

    /** The same, of an actor with these sites in scope. */
    public Envelope within(Set<String> scope) {
        return new Envelope(
                actor,
                role,
                organisation,
                scope,
                source,
                purpose,
                request,
                onBehalfOf,
                correlation,
                causation,
                idempotency,
                expectedVersion,
                notes);
    }

    public Envelope actingFor(String person) {
        return new Envelope(
                actor,
                role,
                organisation,
                sites,
                source,
                purpose,
                request,
                person,
                correlation,
                causation,
                idempotency,
                expectedVersion,
                notes);
    }

    /** For a command that an earlier message caused. */
    public Envelope causedBy(String newCorrelation, String newCausation) {
        return new Envelope(
                actor,
                role,
                organisation,
                sites,
                source,
                purpose,
                request,
                onBehalfOf,
                newCorrelation,
                newCausation,
                idempotency,
                expectedVersion,
                notes);
    }

    public Envelope idempotent(Idempotency newIdempotency) {
        return new Envelope(
                actor,
                role,
                organisation,
                sites,
                source,
                purpose,
                request,
                onBehalfOf,
                correlation,
                causation,
                newIdempotency,
                expectedVersion,
                notes);
    }

    public Envelope expecting(long version) {
        return new Envelope(
                actor,
                role,
                organisation,
                sites,
                source,
                purpose,
                request,
                onBehalfOf,
                correlation,
                causation,
                idempotency,
                version,
                notes);
    }

    /** With one more note for the handler of the command. */
    public Envelope noting(String key, String text) {
        Map<String, String> more = new HashMap<>(notes);
        more.put(key, text);
        return new Envelope(
                actor,
                role,
                organisation,
                sites,
                source,
                purpose,
                request,
                onBehalfOf,
                correlation,
                causation,
                idempotency,
                expectedVersion,
                Map.copyOf(more));
    }
}
