/** What was sent to whom, when, and what became of it. */
@NullMarked
package org.crossface.messages.outbox;

import org.jspecify.annotations.NullMarked;
