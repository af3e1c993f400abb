package org.crossface.web.pages;

import java.util.Optional;
import org.crossface.identity.CurrentActor;

/** Who is signed in to the current request. */
@FunctionalInterface
interface SignedIn {

    Optional<CurrentActor> actor();
}
