/** Commands and rules of the discharge: order, escort, instructions, the gate. */
@NullMarked
package org.crossface.pathway.recovery.discharge;

import org.jspecify.annotations.NullMarked;
