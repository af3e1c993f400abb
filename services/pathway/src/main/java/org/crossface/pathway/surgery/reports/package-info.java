/** Commands and rules of reports of what should not have happened, and of a procedure that was stopped. */
@NullMarked
package org.crossface.pathway.surgery.reports;

import org.jspecify.annotations.NullMarked;
