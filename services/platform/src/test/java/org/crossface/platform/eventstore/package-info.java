@NullMarked
package org.crossface.platform.eventstore;

import org.jspecify.annotations.NullMarked;
