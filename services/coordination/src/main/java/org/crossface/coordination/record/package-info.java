/** One pathway straight from its stream: always current, for the API and for decisions that may not lag. */
@NullMarked
package org.crossface.coordination.record;

import org.jspecify.annotations.NullMarked;
