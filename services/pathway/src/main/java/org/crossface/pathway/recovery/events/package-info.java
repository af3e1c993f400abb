/** Facts of recovery, flap watch and discharge. */
@NullMarked
package org.crossface.pathway.recovery.events;

import org.jspecify.annotations.NullMarked;
