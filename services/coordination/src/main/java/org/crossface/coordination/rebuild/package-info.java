/** Rebuilds views beside the serving ones and then replaces these. */
@NullMarked
package org.crossface.coordination.rebuild;

import org.jspecify.annotations.NullMarked;
