/** The theatre day: who is where in the ladder, and what discharge still needs. */
@NullMarked
package org.crossface.coordination.theatre;

import org.jspecify.annotations.NullMarked;
