/** The projector: from the events of a pathway to the rows of all views. */
@NullMarked
package org.crossface.coordination.projection;

import org.jspecify.annotations.NullMarked;
