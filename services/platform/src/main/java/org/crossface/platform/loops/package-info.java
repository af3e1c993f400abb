@NullMarked
package org.crossface.platform.loops;

import org.jspecify.annotations.NullMarked;
