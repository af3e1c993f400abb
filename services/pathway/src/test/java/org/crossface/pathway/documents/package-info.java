/** Prints the pages of {@code docs/reference} from the code, and compares them. */
@NullMarked
package org.crossface.pathway.documents;

import org.jspecify.annotations.NullMarked;
