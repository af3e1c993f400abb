/** A single-node Apache Kafka (KRaft) that ends with the process that started it. */
@NullMarked
package org.crossface.kafka;

import org.jspecify.annotations.NullMarked;
