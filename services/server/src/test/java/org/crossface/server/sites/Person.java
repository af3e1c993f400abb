package org.crossface.server.sites;

import org.crossface.platform.api.Role;

/**
 * Somebody who sends requests: the API knows the token, the pages the cookie of the session.
 *
 * @param csrf of the session, as its pages hold it
 */
record Person(Situation situation, Role role, String userName, String token, String cookie, String csrf) {

    /** Nobody. */
    static Person notSignedIn() {
        return new Person(Situation.NOT_SIGNED_IN, Role.SURGEON, "", "", "", "");
    }

    /** The same person, taken for one who stands there. */
    Person takenFor(Situation other) {
        return new Person(other, role, userName, token, cookie, csrf);
    }

    /** Whether reads are refused unless a purpose is named. */
    boolean namesPurpose() {
        return role == Role.QUALITY_AUDITOR || role == Role.PRIVACY_OFFICER;
    }

    @Override
    public String toString() {
        return role + " " + situation;
    }
}
