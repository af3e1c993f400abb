/** The only way by which patient data gets to a reader: rights, site scope and the access row. */
@NullMarked
package org.crossface.identity.gate;

import org.jspecify.annotations.NullMarked;
