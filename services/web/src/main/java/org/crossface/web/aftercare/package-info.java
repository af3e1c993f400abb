/** What after-care has to do now, for the page and the API. */
@NullMarked
package org.crossface.web.aftercare;

import org.jspecify.annotations.NullMarked;
