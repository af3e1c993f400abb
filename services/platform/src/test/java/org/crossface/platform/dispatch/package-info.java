@NullMarked
package org.crossface.platform.dispatch;

import org.jspecify.annotations.NullMarked;
