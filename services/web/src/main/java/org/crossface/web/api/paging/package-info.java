/** Lists of the API: pages with a stable order, and the parameters that a read takes. */
@NullMarked
package org.crossface.web.api.paging;

import org.jspecify.annotations.NullMarked;
