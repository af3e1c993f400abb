/** Where the patient is: at home, or for some days in a lodging elsewhere. */
@NullMarked
package org.crossface.pathway.intake.lodging;

import org.jspecify.annotations.NullMarked;
