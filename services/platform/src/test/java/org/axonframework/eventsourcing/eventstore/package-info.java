/** What can be overridden only from within Axon's own package. */
@NullMarked
package org.axonframework.eventsourcing.eventstore;

import org.jspecify.annotations.NullMarked;
