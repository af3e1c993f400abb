/** Commands and rules of complications and their grades. */
@NullMarked
package org.crossface.pathway.aftercare.complication;

import org.jspecify.annotations.NullMarked;
