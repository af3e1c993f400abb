/** Commands and rules of what interrupts or ends a pathway: hold, loss, withdrawal, transfer, death. */
@NullMarked
package org.crossface.pathway.oversight.interruption;

import org.jspecify.annotations.NullMarked;
