/** Short running numbers that people can say on the telephone. */
@NullMarked
package org.crossface.platform.numbers;

import org.jspecify.annotations.NullMarked;
