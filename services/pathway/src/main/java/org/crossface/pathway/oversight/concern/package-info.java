/** Commands and rules of what must be looked into: never events, near misses, deviations. */
@NullMarked
package org.crossface.pathway.oversight.concern;

import org.jspecify.annotations.NullMarked;
