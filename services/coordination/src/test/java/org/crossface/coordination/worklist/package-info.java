/** What has to be done. */
@NullMarked
package org.crossface.coordination.worklist;

import org.jspecify.annotations.NullMarked;
