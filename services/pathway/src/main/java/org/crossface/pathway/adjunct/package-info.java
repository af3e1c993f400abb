/** Procedures beside the plan that help eye, brow, symmetry or lip at any phase. */
@NullMarked
package org.crossface.pathway.adjunct;

import org.jspecify.annotations.NullMarked;
