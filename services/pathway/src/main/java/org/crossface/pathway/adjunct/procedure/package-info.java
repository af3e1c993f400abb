/** Commands and rules of the procedures beside the plan. */
@NullMarked
package org.crossface.pathway.adjunct.procedure;

import org.jspecify.annotations.NullMarked;
