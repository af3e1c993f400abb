/** Facts of the day of surgery. */
@NullMarked
package org.crossface.pathway.surgery.events;

import org.jspecify.annotations.NullMarked;
