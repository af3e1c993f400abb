/** What has to be done for all patients, and by whom. */
@NullMarked
package org.crossface.coordination.worklist;

import org.jspecify.annotations.NullMarked;
