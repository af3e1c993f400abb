/** PostgreSQL and Kafka as child processes of the server, each with a data directory that outlives the process. */
@NullMarked
package org.crossface.platform.embedded;

import org.jspecify.annotations.NullMarked;
