/** Commands and rules of the recovery room: admission, scores, phase II. */
@NullMarked
package org.crossface.pathway.recovery.pacu;

import org.jspecify.annotations.NullMarked;
