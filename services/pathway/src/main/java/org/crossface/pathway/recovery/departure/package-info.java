/** Commands of every other way out, and of the arrival in after-care. */
@NullMarked
package org.crossface.pathway.recovery.departure;

import org.jspecify.annotations.NullMarked;
