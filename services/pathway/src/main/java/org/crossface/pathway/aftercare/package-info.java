/** P7 and P12: calls, wounds, surveillance. */
@NullMarked
package org.crossface.pathway.aftercare;

import org.jspecify.annotations.NullMarked;
