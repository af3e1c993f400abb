@NullMarked
package org.crossface.billing.coding;

import org.jspecify.annotations.NullMarked;
