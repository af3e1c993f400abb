/** Commands and rules of the watch over the muscle: checks, compromise, rescue and loss. */
@NullMarked
package org.crossface.pathway.recovery.flap;

import org.jspecify.annotations.NullMarked;
