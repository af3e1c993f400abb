/** Which patients after-care looks after. */
@NullMarked
package org.crossface.coordination.aftercare;

import org.jspecify.annotations.NullMarked;
