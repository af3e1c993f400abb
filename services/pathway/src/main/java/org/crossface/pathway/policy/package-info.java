/** Thresholds, versioned and effective-dated, changed by four eyes. */
@NullMarked
package org.crossface.pathway.policy;

import org.jspecify.annotations.NullMarked;
