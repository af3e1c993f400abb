/** P2: candidacy and the versioned treatment plan. */
@NullMarked
package org.crossface.pathway.planning;

import org.jspecify.annotations.NullMarked;
