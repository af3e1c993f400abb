/** P4: clearance, escort, bed, authorisation and the theatre slot. */
@NullMarked
package org.crossface.pathway.scheduling;

import org.jspecify.annotations.NullMarked;
