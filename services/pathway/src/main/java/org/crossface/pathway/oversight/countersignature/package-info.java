/** Command and rules of the second person who confirms what a colleague recorded. */
@NullMarked
package org.crossface.pathway.oversight.countersignature;

import org.jspecify.annotations.NullMarked;
