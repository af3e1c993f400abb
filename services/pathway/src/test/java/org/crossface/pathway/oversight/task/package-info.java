/** Tests of what people do about a task. */
@NullMarked
package org.crossface.pathway.oversight.task;

import org.jspecify.annotations.NullMarked;
