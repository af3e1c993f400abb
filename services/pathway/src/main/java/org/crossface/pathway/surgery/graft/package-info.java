/** Commands and rules of stage one, the cross-facial nerve graft. */
@NullMarked
package org.crossface.pathway.surgery.graft;

import org.jspecify.annotations.NullMarked;
