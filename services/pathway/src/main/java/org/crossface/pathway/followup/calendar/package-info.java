/** Days and hours by which follow-up is reckoned: business days, zones, the hours in which patients are called. */
@NullMarked
package org.crossface.pathway.followup.calendar;

import org.jspecify.annotations.NullMarked;
