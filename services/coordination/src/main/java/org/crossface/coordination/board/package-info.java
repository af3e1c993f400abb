/** The board: all pathways by phase. */
@NullMarked
package org.crossface.coordination.board;

import org.jspecify.annotations.NullMarked;
