/** Words of the operation that people choose from: anatomy, techniques, steps. */
@NullMarked
package org.crossface.pathway.surgery.vocabulary;

import org.jspecify.annotations.NullMarked;
