/** Commands and rules of the admission: who the patient is, fasting, marked sites; and the rules of every step of a case. */
@NullMarked
package org.crossface.pathway.surgery.admission;

import org.jspecify.annotations.NullMarked;
