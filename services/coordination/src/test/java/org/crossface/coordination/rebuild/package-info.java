@NullMarked
package org.crossface.coordination.rebuild;

import org.jspecify.annotations.NullMarked;
