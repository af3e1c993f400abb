/** Who of the staff receives which messages. */
@NullMarked
package org.crossface.messages.subscriptions;

import org.jspecify.annotations.NullMarked;
