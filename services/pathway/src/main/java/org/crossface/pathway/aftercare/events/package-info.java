/** Facts of after-care. */
@NullMarked
package org.crossface.pathway.aftercare.events;

import org.jspecify.annotations.NullMarked;
