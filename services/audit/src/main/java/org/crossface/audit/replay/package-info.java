/** Replays the history into views beside the serving ones and compares them, without any other effect. */
@NullMarked
package org.crossface.audit.replay;

import org.jspecify.annotations.NullMarked;
