/** The one way in for documents: bytes become JSON here, under limits of size, depth, count, numbers, characters and time, or are refused. */
@NullMarked
package org.crossface.web.documents;

import org.jspecify.annotations.NullMarked;
