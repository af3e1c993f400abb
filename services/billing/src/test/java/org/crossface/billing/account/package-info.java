@NullMarked
package org.crossface.billing.account;

import org.jspecify.annotations.NullMarked;
