@NullMarked
package org.crossface.billing.charges;

import org.jspecify.annotations.NullMarked;
