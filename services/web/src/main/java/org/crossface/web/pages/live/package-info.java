/** The stream that tells browsers what has changed. */
@NullMarked
package org.crossface.web.pages.live;

import org.jspecify.annotations.NullMarked;
