@NullMarked
package org.crossface.platform.numbers;

import org.jspecify.annotations.NullMarked;
