@NullMarked
package org.crossface.platform.reservations;

import org.jspecify.annotations.NullMarked;
