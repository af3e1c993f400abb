/** Everyone by phase: the board. */
@NullMarked
package org.crossface.coordination.board;

import org.jspecify.annotations.NullMarked;
