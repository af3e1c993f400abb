@NullMarked
package org.crossface.platform.transactions;

import org.jspecify.annotations.NullMarked;
