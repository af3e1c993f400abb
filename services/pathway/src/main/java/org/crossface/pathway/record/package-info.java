/** Judges the commands of one pathway and records its facts, with what follows from them. */
@NullMarked
package org.crossface.pathway.record;

import org.jspecify.annotations.NullMarked;
