/** Commands and rules of the signature under the operation record, and of operations that another centre did. */
@NullMarked
package org.crossface.pathway.surgery.record;

import org.jspecify.annotations.NullMarked;
