/** Each pathway's deadline: the next instant at which something becomes late unless somebody does it. */
@NullMarked
package org.crossface.coordination.deadlines;

import org.jspecify.annotations.NullMarked;
