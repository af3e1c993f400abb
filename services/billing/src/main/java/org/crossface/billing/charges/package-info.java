/** The charges by state, for people: what is held and why, what was sent when, what is parked. */
@NullMarked
package org.crossface.billing.charges;

import org.jspecify.annotations.NullMarked;
