/** The contract for billing systems: the records, the names on the wire and, as resources under {@code contracts/}, schemas and samples. */
@NullMarked
package org.crossface.billing.contract;

import org.jspecify.annotations.NullMarked;
