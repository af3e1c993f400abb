@NullMarked
package org.crossface.coordination;

import org.jspecify.annotations.NullMarked;
