/** Turns clinical facts into commands to the billing account. */
@NullMarked
package org.crossface.billing.automation;

import org.jspecify.annotations.NullMarked;
