/** View models and queries for the pages and the API. */
@NullMarked
package org.crossface.coordination;

import org.jspecify.annotations.NullMarked;
