/** Several nodes on one machine behind a small balancer, with the servers that they share. */
@NullMarked
package org.crossface.server.cluster;

import org.jspecify.annotations.NullMarked;
