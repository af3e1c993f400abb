package org.crossface.server.sites;

import java.util.Optional;
import org.crossface.platform.api.Role;

/** What may come back to somebody who has no business with the patient. */
record Expectation(Person person, Reach reach, Call call) {

    private static final String SIGN_IN = "/sign-in";

    /** Asked directly, Spring Boot's page of errors answers 500, since there is no error that it could tell of. */
    private static final String ERRORS = "/error";

    /** Whoever repairs the machinery may see the identifiers that it works with, but nothing that describes a person. */
    boolean mayNameIds() {
        return person.situation().isSignedIn()
                && person.role() == Role.ADMINISTRATOR
                && (reach == Reach.OPERATIONS || reach == Reach.LETTER);
    }

    /** The kind of the fault; empty when the answer is one of those that may come back. */
    Optional<String> fault(Reply reply) {
        int status = reply.status();
        if (status >= 500 && !call.path().equals(ERRORS)) {
            return Optional.of("fails");
        }
        if (reach == Reach.PUBLIC) {
            return Optional.empty();
        }
        if (!person.situation().isSignedIn()) {
            return isTurnedAway(reply) ? Optional.empty() : Optional.of("is let in");
        }
        return ofSignedIn(reply);
    }

    private Optional<String> ofSignedIn(Reply reply) {
        int status = reply.status();
        if (status == 401) {
            return Optional.of("is not signed in, so that it shows nothing");
        }
        return switch (reach) {
            case PATHWAY, PATIENT, OPEN -> closed(status);
            case LETTER -> mayNameIds() || isSentBack(reply) ? Optional.empty() : closed(status);
            case LIST, STREAM ->
                status == 200 || status == 403 ? Optional.empty() : Optional.of("is no list: " + status);
            case REGISTER -> {
                boolean takes = !call.method().equals("GET") && status < 400;
                if (takes && call.holds(Situation.HOME_SITE)) {
                    yield Optional.of("registers somebody at a site of others");
                }
                yield takes && person.situation() == Situation.NO_SITE
                        ? Optional.of("registers somebody at no site")
                        : Optional.empty();
            }
            case REFERENCE, OPERATIONS, OWN, OWN_END, PUBLIC -> Optional.empty();
        };
    }

    /** The page of a letter that is not there is the list of letters. */
    private static boolean isSentBack(Reply reply) {
        return reply.status() == 302 && reply.header("location").endsWith("/operations");
    }

    /** Who has no surgery centre cannot name one, so a form that asks for it is malformed. */
    private Optional<String> closed(int status) {
        boolean namesNoSite = status == 400 && reach == Reach.OPEN && person.situation() == Situation.NO_SITE;
        if (status == 403 || status == 404 || namesNoSite) {
            return Optional.empty();
        }
        return Optional.of(
                status < 400
                        ? "is carried out"
                        : status == 400
                                ? "is malformed, so that it shows nothing"
                                : "answers " + status + " and tells that it exists");
    }

    /** The API says so; pages send to the form, and turn away a form that is not theirs. */
    private boolean isTurnedAway(Reply reply) {
        if (reply.status() == 401) {
            return true;
        }
        if (call.isApi()) {
            return false;
        }
        boolean toTheForm = reply.status() == 302 && reply.header("location").contains(SIGN_IN);
        boolean notTheirs = reply.status() == 403 && !call.method().equals("GET");
        return toTheForm || notTheirs;
    }
}
