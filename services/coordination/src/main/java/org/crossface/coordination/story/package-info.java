/** Timeline and summary of one pathway. */
@NullMarked
package org.crossface.coordination.story;

import org.jspecify.annotations.NullMarked;
