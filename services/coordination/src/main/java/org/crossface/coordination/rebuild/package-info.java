/** Builds the views anew beside the serving ones and puts them in their place. */
@NullMarked
package org.crossface.coordination.rebuild;

import org.jspecify.annotations.NullMarked;
