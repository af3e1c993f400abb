/** Which values PostgreSQL, Java and Kafka all hold, and how others are brought into that form or refused. Depends on the JDK alone. */
@NullMarked
package org.crossface.platform.api.values;

import org.jspecify.annotations.NullMarked;
