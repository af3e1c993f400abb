/** Whether this node can serve: whether PostgreSQL answers, and health that is told in time whatever hangs. */
@NullMarked
package org.crossface.platform.readiness;

import org.jspecify.annotations.NullMarked;
