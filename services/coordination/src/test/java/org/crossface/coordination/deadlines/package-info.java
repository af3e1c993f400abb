@NullMarked
package org.crossface.coordination.deadlines;

import org.jspecify.annotations.NullMarked;
