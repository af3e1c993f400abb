/** The theatre day: the step of each case in the ladder and the open conditions of its discharge. */
@NullMarked
package org.crossface.coordination.theatre;

import org.jspecify.annotations.NullMarked;
