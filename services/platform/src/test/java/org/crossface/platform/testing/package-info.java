@NullMarked
package org.crossface.platform.testing;

import org.jspecify.annotations.NullMarked;
