/** Commands and rules of corrections and retractions. */
@NullMarked
package org.crossface.pathway.oversight.correction;

import org.jspecify.annotations.NullMarked;
