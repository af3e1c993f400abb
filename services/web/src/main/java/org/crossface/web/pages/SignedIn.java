package org.crossface.web.pages;

import java.util.Optional;

/** Who is signed in to the current request. */
@FunctionalInterface
interface SignedIn {

    Optional<Person> person();
}
