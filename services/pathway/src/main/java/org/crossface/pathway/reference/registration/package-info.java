/** The aggregates of sites, practitioners and facilities, with their commands. */
@NullMarked
package org.crossface.pathway.reference.registration;

import org.jspecify.annotations.NullMarked;
