/** The charges by state, for people: held charges with their reasons, sent charges with their time, parked pathways. */
@NullMarked
package org.crossface.billing.charges;

import org.jspecify.annotations.NullMarked;
