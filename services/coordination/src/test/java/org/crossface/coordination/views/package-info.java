@NullMarked
package org.crossface.coordination.views;

import org.jspecify.annotations.NullMarked;
