/** The SSE stream of view changes for browsers. */
@NullMarked
package org.crossface.web.pages.live;

import org.jspecify.annotations.NullMarked;
