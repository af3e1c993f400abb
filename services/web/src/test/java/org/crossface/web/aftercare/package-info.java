/** Tests of what after-care has to do. */
@NullMarked
package org.crossface.web.aftercare;

import org.jspecify.annotations.NullMarked;
