/** Drills of the event store: heavy, destructive runs that can fail, each with controls that must fail. Run by {@code make drill-store}. */
@NullMarked
package org.crossface.platform.drill;

import org.jspecify.annotations.NullMarked;
