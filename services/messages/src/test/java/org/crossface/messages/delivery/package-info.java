@NullMarked
package org.crossface.messages.delivery;

import org.jspecify.annotations.NullMarked;
