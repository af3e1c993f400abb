/** What the views show, compared with what the rules of the pathway decide. */
@NullMarked
package org.crossface.coordination.agreement;

import org.jspecify.annotations.NullMarked;
