/** The board by phase and its table. */
@NullMarked
package org.crossface.web.pages.board;

import org.jspecify.annotations.NullMarked;
