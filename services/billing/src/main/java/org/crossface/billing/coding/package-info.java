/** External, versioned tables that map clinical facts to the data of a claim. They suggest; they never decide payment. */
@NullMarked
package org.crossface.billing.coding;

import org.jspecify.annotations.NullMarked;
