/** Commands and rules of the signature under the operation record, and of a stage one that another centre did. */
@NullMarked
package org.crossface.pathway.surgery.record;

import org.jspecify.annotations.NullMarked;
