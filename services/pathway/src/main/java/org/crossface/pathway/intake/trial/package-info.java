/** Judges what one document asks for as a whole, before any of it is recorded. */
@NullMarked
package org.crossface.pathway.intake.trial;

import org.jspecify.annotations.NullMarked;
