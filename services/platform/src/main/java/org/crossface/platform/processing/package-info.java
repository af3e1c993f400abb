@NullMarked
package org.crossface.platform.processing;

import org.jspecify.annotations.NullMarked;
