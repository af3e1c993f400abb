/** The page of the days on which surgery centres work. */
@NullMarked
package org.crossface.web.pages.calendars;

import org.jspecify.annotations.NullMarked;
