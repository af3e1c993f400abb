@NullMarked
package org.crossface.platform.readiness;

import org.jspecify.annotations.NullMarked;
