@NullMarked
package org.crossface.billing.automation;

import org.jspecify.annotations.NullMarked;
