/** Checks sign-ins and slows down guessing. */
@NullMarked
package org.crossface.identity.signin;

import org.jspecify.annotations.NullMarked;
