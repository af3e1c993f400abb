@NullMarked
package org.crossface.coordination.story;

import org.jspecify.annotations.NullMarked;
