/** How a person is found again at a surgery centre before a second one is registered. */
@NullMarked
package org.crossface.pathway.patient.identity;

import org.jspecify.annotations.NullMarked;
