/** Commands and rules of what an operation needs before: anesthesia, clearance, escort, bed, payer. */
@NullMarked
package org.crossface.pathway.scheduling.readiness;

import org.jspecify.annotations.NullMarked;
