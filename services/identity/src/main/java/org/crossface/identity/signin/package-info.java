/** Checking who signs in, and slowing down who guesses. */
@NullMarked
package org.crossface.identity.signin;

import org.jspecify.annotations.NullMarked;
