/** From an event to the messages in the outbox. */
@NullMarked
package org.crossface.messages.automation;

import org.jspecify.annotations.NullMarked;
