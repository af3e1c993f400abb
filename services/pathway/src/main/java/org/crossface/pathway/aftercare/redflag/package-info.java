/** Commands and rules of red flags and emergency visits. */
@NullMarked
package org.crossface.pathway.aftercare.redflag;

import org.jspecify.annotations.NullMarked;
