/** The page of after-care. */
@NullMarked
package org.crossface.web.pages.aftercare;

import org.jspecify.annotations.NullMarked;
