/** External, versioned tables that turn clinical facts into what a claim needs. They suggest; they never decide payment. */
@NullMarked
package org.crossface.billing.coding;

import org.jspecify.annotations.NullMarked;
