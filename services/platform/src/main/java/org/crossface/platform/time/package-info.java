@NullMarked
package org.crossface.platform.time;

import org.jspecify.annotations.NullMarked;
