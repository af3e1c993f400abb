/** Words of recovery, flap watch and discharge that people choose from. */
@NullMarked
package org.crossface.pathway.recovery.vocabulary;

import org.jspecify.annotations.NullMarked;
