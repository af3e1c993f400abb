@NullMarked
package org.crossface.kafka;

import org.jspecify.annotations.NullMarked;
