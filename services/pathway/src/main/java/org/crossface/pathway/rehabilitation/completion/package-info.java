/** Command and rules of the end of a pathway that is complete. */
@NullMarked
package org.crossface.pathway.rehabilitation.completion;

import org.jspecify.annotations.NullMarked;
