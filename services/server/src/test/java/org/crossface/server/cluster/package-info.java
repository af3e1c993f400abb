@NullMarked
package org.crossface.server.cluster;

import org.jspecify.annotations.NullMarked;
