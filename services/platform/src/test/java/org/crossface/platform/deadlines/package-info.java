@NullMarked
package org.crossface.platform.deadlines;

import org.jspecify.annotations.NullMarked;
