/** P8 and P9: the graft while it regenerates, until the muscle may follow. */
@NullMarked
package org.crossface.pathway.neurotization;

import org.jspecify.annotations.NullMarked;
