/** A consumer of the charges for people: prints each as one line. */
@NullMarked
package org.crossface.billing.tail;

import org.jspecify.annotations.NullMarked;
