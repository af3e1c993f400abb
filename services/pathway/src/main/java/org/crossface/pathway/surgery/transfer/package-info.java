/** Commands and rules of stage two, the free gracilis muscle transfer. */
@NullMarked
package org.crossface.pathway.surgery.transfer;

import org.jspecify.annotations.NullMarked;
