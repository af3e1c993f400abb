/** The whole story of one pathway: timeline and summary. */
@NullMarked
package org.crossface.coordination.story;

import org.jspecify.annotations.NullMarked;
