/** Commands and rules of the outcome: the first movement, the smile, gradings. */
@NullMarked
package org.crossface.pathway.rehabilitation.outcome;

import org.jspecify.annotations.NullMarked;
