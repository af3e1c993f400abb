/** Facts to test views and pages with. */
@NullMarked
package org.crossface.coordination.testing;

import org.jspecify.annotations.NullMarked;
