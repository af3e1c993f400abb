/** What is true of the patient beside the paralysis: allergies, medication, mood, and the risks of anesthesia and thrombosis. */
@NullMarked
package org.crossface.pathway.health;

import org.jspecify.annotations.NullMarked;
