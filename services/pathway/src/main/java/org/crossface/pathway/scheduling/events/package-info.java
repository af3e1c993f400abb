/** Facts of scheduling and readiness. */
@NullMarked
package org.crossface.pathway.scheduling.events;

import org.jspecify.annotations.NullMarked;
