/** P13 to P15: therapy, first movement, outcome, completion. */
@NullMarked
package org.crossface.pathway.rehabilitation;

import org.jspecify.annotations.NullMarked;
