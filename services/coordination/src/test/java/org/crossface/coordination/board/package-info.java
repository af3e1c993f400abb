/** What is due. */
@NullMarked
package org.crossface.coordination.board;

import org.jspecify.annotations.NullMarked;
