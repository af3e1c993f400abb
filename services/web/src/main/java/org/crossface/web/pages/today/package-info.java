/** The theatre day: rooms on an hour axis, recovery and discharge, what needs attention. */
@NullMarked
package org.crossface.web.pages.today;

import org.jspecify.annotations.NullMarked;
