/** The values that PostgreSQL, Java and Kafka can all store, and how others are converted or refused. Depends on the JDK alone. */
@NullMarked
package org.crossface.platform.api.values;

import org.jspecify.annotations.NullMarked;
