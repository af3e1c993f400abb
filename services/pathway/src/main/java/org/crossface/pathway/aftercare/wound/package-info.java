/** Commands and rules of wounds: checks, infections and the end of their surveillance. */
@NullMarked
package org.crossface.pathway.aftercare.wound;

import org.jspecify.annotations.NullMarked;
