/** Deadlines: for each key, such as a pathway, the next instant at which something changes without an event. */
@NullMarked
package org.crossface.platform.deadlines;

import org.jspecify.annotations.NullMarked;
