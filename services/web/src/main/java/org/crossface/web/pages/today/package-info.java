/** The theatre day: rooms on an hour axis, recovery, discharge and cases that need attention. */
@NullMarked
package org.crossface.web.pages.today;

import org.jspecify.annotations.NullMarked;
