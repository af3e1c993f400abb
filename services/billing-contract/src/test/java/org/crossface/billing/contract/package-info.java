@NullMarked
package org.crossface.billing.contract;

import org.jspecify.annotations.NullMarked;
