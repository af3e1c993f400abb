/** Commands and rules of the case in theatre: booking, moving and cancelling it. */
@NullMarked
package org.crossface.pathway.scheduling.booking;

import org.jspecify.annotations.NullMarked;
