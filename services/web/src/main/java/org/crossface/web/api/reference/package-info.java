/** Reads what people have to name in commands: surgery centres with rooms, practitioners, after-care facilities, the policy, free slots. */
@NullMarked
package org.crossface.web.api.reference;

import org.jspecify.annotations.NullMarked;
