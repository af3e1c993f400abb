/** Words that all of the pathway shares: phases, stages, sides, and what every command and every fact is. */
@NullMarked
package org.crossface.pathway.vocabulary;

import org.jspecify.annotations.NullMarked;
