/** One pathway, read from its stream: always current, for the API and for decisions that must not lag. */
@NullMarked
package org.crossface.coordination.record;

import org.jspecify.annotations.NullMarked;
