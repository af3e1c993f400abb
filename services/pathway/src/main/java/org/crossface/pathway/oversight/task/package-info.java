/** What people do about a task that is open: take it on, give it away, let it rest, take its escalation in hand. */
@NullMarked
package org.crossface.pathway.oversight.task;

import org.jspecify.annotations.NullMarked;
