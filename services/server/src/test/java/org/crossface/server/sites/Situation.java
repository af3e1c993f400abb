package org.crossface.server.sites;

import java.util.Set;

/** Where somebody stands who sends an operation. */
enum Situation {
    /** Not signed in at all. */
    NOT_SIGNED_IN(""),
    /** At the site of the patients, but signed out, disabled or with another password since. */
    ENDED(Situation.HOME_SITE),
    /** At none. */
    NO_SITE(""),
    /** At another site. */
    OTHER_SITE(Situation.LAKESIDE),
    /** At the site of the patients: the control. */
    HOME(Situation.HOME_SITE);

    static final String HOME_SITE = "site-bayview";
    static final String LAKESIDE = "site-lakeside";

    private final String site;

    Situation(String site) {
        this.site = site;
    }

    /** Of whoever stands there: one or none. */
    Set<String> sites() {
        return site.isEmpty() ? Set.of() : Set.of(site);
    }

    /** Whether whoever stands there is known to the server. */
    boolean isSignedIn() {
        return this == HOME || this == OTHER_SITE || this == NO_SITE;
    }
}
