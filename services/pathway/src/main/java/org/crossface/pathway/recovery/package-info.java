/** P6 and P11: recovery scores, flap checks, discharge. */
@NullMarked
package org.crossface.pathway.recovery;

import org.jspecify.annotations.NullMarked;
