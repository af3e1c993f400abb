package org.crossface.server.sites;

import java.util.Set;

/** Where somebody stands who sends an operation. */
enum Situation {
    /** Not signed in at all. */
    NOT_SIGNED_IN(Set.of()),
    /** At the site of the patients, but signed out, disabled or with another password since. */
    ENDED(Set.of("site-bayview")),
    /** At none. */
    NO_SITE(Set.of()),
    /** At another site. */
    OTHER_SITE(Set.of("site-lakeside")),
    /** At the site of the patients: the control. */
    HOME(Set.of("site-bayview"));

    static final String HOME_SITE = "site-bayview";
    static final String LAKESIDE = "site-lakeside";

    private final Set<String> sites;

    Situation(Set<String> sites) {
        this.sites = sites;
    }

    Set<String> sites() {
        return sites;
    }

    /** Whether whoever stands there is known to the server. */
    boolean isSignedIn() {
        return this == HOME || this == OTHER_SITE || this == NO_SITE;
    }
}
