/**
 * Whether this node can serve requests: whether PostgreSQL answers, and a health endpoint that answers in time even if a component hangs.
 */
@NullMarked
package org.crossface.platform.readiness;

import org.jspecify.annotations.NullMarked;
