/** Commands and rules of the safety sequence, from the sign-in to the sign-out. */
@NullMarked
package org.crossface.pathway.surgery.checklist;

import org.jspecify.annotations.NullMarked;
