@NullMarked
package org.crossface.billing.relay;

import org.jspecify.annotations.NullMarked;
