/**
 * Publishes released and reversed charges to Kafka, each effectively once. The position is only in Kafka, in the transaction of the
 * records.
 */
@NullMarked
package org.crossface.billing.relay;

import org.jspecify.annotations.NullMarked;
