@NullMarked
package org.crossface.messages.outbox;

import org.jspecify.annotations.NullMarked;
