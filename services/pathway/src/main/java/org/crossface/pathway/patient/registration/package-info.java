/** The aggregate of a person, its commands and who may be reached by them. */
@NullMarked
package org.crossface.pathway.patient.registration;

import org.jspecify.annotations.NullMarked;
