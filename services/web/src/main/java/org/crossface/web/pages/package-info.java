/** Pages for people: the shell that all share, the board, today's theatres, signing in and the live stream. */
@NullMarked
package org.crossface.web.pages;

import org.jspecify.annotations.NullMarked;
