/** Commands and rules of the therapy, from its start to its end. */
@NullMarked
package org.crossface.pathway.rehabilitation.therapy;

import org.jspecify.annotations.NullMarked;
