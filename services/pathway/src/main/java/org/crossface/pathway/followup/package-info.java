/** What has to happen next on a pathway, and when: the timers of the clinical reference, section 3, as one table. */
@NullMarked
package org.crossface.pathway.followup;

import org.jspecify.annotations.NullMarked;
