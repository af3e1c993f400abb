@NullMarked
package org.crossface.platform;

import org.jspecify.annotations.NullMarked;
