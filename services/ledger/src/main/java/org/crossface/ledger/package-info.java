@NullMarked
package org.crossface.ledger;

import org.jspecify.annotations.NullMarked;
