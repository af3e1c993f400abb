/** Messages to patients and notices to the staff: what was asked for, and what became of it. */
@NullMarked
package org.crossface.pathway.correspondence;

import org.jspecify.annotations.NullMarked;
