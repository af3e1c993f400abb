/** Commands and rules of the decision on candidacy and of the plan. */
@NullMarked
package org.crossface.pathway.planning.decision;

import org.jspecify.annotations.NullMarked;
