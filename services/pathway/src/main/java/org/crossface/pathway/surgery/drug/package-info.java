/** Command and rules of the drugs that are given on the day of surgery. */
@NullMarked
package org.crossface.pathway.surgery.drug;

import org.jspecify.annotations.NullMarked;
