/** Commands and rules of calls: the day after, and every attempt to reach the patient. */
@NullMarked
package org.crossface.pathway.aftercare.contact;

import org.jspecify.annotations.NullMarked;
