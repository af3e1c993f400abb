/** HTML pages: the shared shell, the board, today's theatres, sign-in and the live stream. */
@NullMarked
package org.crossface.web.pages;

import org.jspecify.annotations.NullMarked;
