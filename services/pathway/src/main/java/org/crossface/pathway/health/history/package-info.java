/** Commands and rules of what is asked about the patient's health: lists, mood, and the risks of an operation. */
@NullMarked
package org.crossface.pathway.health.history;

import org.jspecify.annotations.NullMarked;
