/** The live stream. */
@NullMarked
package org.crossface.web.pages.live;

import org.jspecify.annotations.NullMarked;
