/** How fast the views are built. Run by {@code make bench}. */
@NullMarked
package org.crossface.coordination.bench;

import org.jspecify.annotations.NullMarked;
