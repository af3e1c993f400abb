/** Parses bytes to JSON under limits of size, depth, count, numbers, characters and time. All JSON that the server receives is parsed here. */
@NullMarked
package org.crossface.web.documents;

import org.jspecify.annotations.NullMarked;
