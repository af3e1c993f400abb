@NullMarked
package org.crossface.platform.wakeup;

import org.jspecify.annotations.NullMarked;
