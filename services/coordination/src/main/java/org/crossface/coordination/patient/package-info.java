/** Who people are, as the pages name them. */
@NullMarked
package org.crossface.coordination.patient;

import org.jspecify.annotations.NullMarked;
