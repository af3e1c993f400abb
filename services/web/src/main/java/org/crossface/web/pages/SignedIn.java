package org.crossface.web.pages;

import java.util.Optional;
import org.crossface.identity.CurrentActor;

/** The user of the current request. */
@FunctionalInterface
interface SignedIn {

    Optional<CurrentActor> actor();
}
