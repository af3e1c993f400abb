/** Benchmarks of the event store, each beside its anchor in one run. Run by {@code make bench}, which writes docs/performance.md. */
@NullMarked
package org.crossface.platform.bench;

import org.jspecify.annotations.NullMarked;
