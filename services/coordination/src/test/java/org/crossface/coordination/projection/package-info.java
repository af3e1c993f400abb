@NullMarked
package org.crossface.coordination.projection;

import org.jspecify.annotations.NullMarked;
